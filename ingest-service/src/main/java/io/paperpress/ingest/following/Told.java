package io.paperpress.ingest.following;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage that a submission has reached, as a follower is told of it.
 *
 * @param n its number among those of its call, from 1
 * @param index of the entry in the body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Told(
        @JsonIgnore long n,
        String submissionId,
        int index,
        String stage,
        Instant at,
        @Nullable String paperId,
        @Nullable String list) {}
