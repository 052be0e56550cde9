package io.paperpress.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a BibTeX body from one {@code @} to the next.
 *
 * @param line 1-based line of its {@code @}
 * @param type such as {@code article}, in lower case; empty for what stands before the first {@code @}
 * @param body what stands between its delimiters
 * @param fault why it cannot be read
 * @param after what is wrong with the text behind it, which is not its own
 */
record BibtexBlock(
        int line,
        String type,
        Line body,
        @Nullable Fault fault,
        @Nullable Fault after) {

    /** @param line where it goes wrong */
    record Fault(int line, String message) {}
}
