package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something a person should know about a submission.
 *
 * @param pointer JSON Pointer of the field it is about, such as {@code /links/0/url}
 * @param message one sentence, written for the submitter
 */
public record Remark(@Nullable String pointer, String message) {

    public Remark {
        requireNonNull(message, "message");
    }
}
