package io.paperpress.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * An entry that could not be read.
 *
 * @param line 1-based line of the body where it starts, or where it goes wrong
 * @param pointer JSON Pointer into the entry, where a field of it is at fault
 * @param message for the submitter
 */
public record Refusal(int line, @Nullable String pointer, String message) {}
