package io.paperpress.common.events;

import org.jspecify.annotations.Nullable;

/**
 * One paper of a row.
 *
 * @param submissionId the submission that described it
 * @param paperId the paper it became; {@code null} before that is decided, or where it was rejected
 * @param citation its part of the row's citation text
 * @param link as the list shows it; {@code url} empty where the row gives none
 */
public record ListItem(
        @Nullable String submissionId,
        @Nullable String paperId,
        @Nullable String citation,
        @Nullable Link link) {}
