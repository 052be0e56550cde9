package io.paperpress.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * An entry that could not be read.
 *
 * @param file where it stands, if the body is an archive
 * @param line 1-based line of the body, or of the file, where it starts, or where it goes wrong; 0 for a file as a whole
 * @param pointer JSON Pointer into the entry, where a field of it is at fault
 * @param message for the submitter
 */
public record Refusal(
        @Nullable String file, int line, @Nullable String pointer, String message) {

    public Refusal(int line, @Nullable String pointer, String message) {
        this(null, line, pointer, message);
    }

    Refusal in(String archived) {
        return new Refusal(archived, line, pointer, message);
    }
}
