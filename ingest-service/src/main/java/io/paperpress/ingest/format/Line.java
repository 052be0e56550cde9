package io.paperpress.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a body, decoded.
 *
 * @param number 1-based line where it starts
 * @param text without line end; empty where there is a fault
 * @param fault why it cannot be read
 */
record Line(int number, String text, @Nullable String fault) {

    static Line of(int number, String text) {
        return new Line(number, text, null);
    }
}
