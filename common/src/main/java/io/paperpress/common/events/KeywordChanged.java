package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A keyword of the vocabulary was added, changed or taken out.
 *
 * @param id as papers name it
 * @param changeId the change that made this revision
 * @param label as people read it; {@code null} once the keyword is taken out
 * @param order its place among the keywords, from 1; 0 once it is taken out
 * @param parent id of the keyword it is a kind of
 */
public record KeywordChanged(
        String id,
        long revision,
        Instant changedAt,
        String changeId,
        @Nullable String label,
        int order,
        @Nullable String parent)
        implements NameEvent {

    public KeywordChanged {
        requireNonNull(id, "id");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(changeId, "changeId");
    }

    @Override
    public String key() {
        return "keyword:" + id;
    }

    @Override
    @JsonIgnore
    public boolean isGone() {
        return label == null;
    }
}
