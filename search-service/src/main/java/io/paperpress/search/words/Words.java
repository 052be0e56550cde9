package io.paperpress.search.words;

import java.util.List;
import java.util.stream.Collectors;

/** Cuts text into words. */
public final class Words {

    private Words() {}

    /** The words of a text in order, with their places in it. */
    public static List<Word> of(String text) {
        return new WordReader(text).read();
    }

    /** The forms of the words of a text, parted by spaces: what Elasticsearch is given to index. */
    public static String forms(String text) {
        return of(text).stream().map(Word::form).collect(Collectors.joining(" "));
    }
}
