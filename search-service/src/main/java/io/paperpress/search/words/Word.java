package io.paperpress.search.words;

import java.util.List;

/**
 * One word of a text.
 *
 * @param start where it begins in the text, in chars
 * @param end where it ends, exclusive
 * @param form the folded form by which it is found
 * @param parts forms of what it is made of, as "flash" and "attention" in FlashAttention; empty where it is simple
 * @param tight whether only a hyphen or the like parts it from the word before
 */
public record Word(int start, int end, String form, List<String> parts, boolean tight) {

    public Word {
        parts = List.copyOf(parts);
    }
}
