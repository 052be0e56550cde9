package io.paperpress.catalog.identity.likeness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A title, or a part of one that may stand for it.
 *
 * @param words without repeats of blanks
 * @param joined the same without blanks
 * @param grams groups of three letters of its words, rising
 */
record TitleView(List<String> words, String joined, int[] grams) {

    /** What a plain title can be quoted as: as a whole, without its subtitle, by its subtitle alone. */
    record Views(
            TitleView full,
            @Nullable TitleView main,
            @Nullable TitleView sub) {

        static Views of(String plainTitle) {
            int end = plainTitle.indexOf(PlainTitle.SUBTITLE);
            if (end < 0) {
                return new Views(TitleView.of(plainTitle), null, null);
            }
            return new Views(
                    TitleView.of(plainTitle.replace(PlainTitle.SUBTITLE, " ")),
                    TitleView.of(plainTitle.substring(0, end)),
                    TitleView.of(plainTitle
                            .substring(end + PlainTitle.SUBTITLE.length())
                            .replace(PlainTitle.SUBTITLE, " ")));
        }

        /** Those under which the title is looked up. */
        List<TitleView> all() {
            var all = new ArrayList<TitleView>(3);
            all.add(full);
            if (main != null && main.joined.length() >= TELLING) {
                all.add(main);
            }
            if (sub != null && sub.words.size() >= TELLING_WORDS) {
                all.add(sub);
            }
            return all;
        }
    }

    /** Shorter names are on too many titles. */
    static final int TELLING = 5;

    static final int TELLING_WORDS = 3;

    /** Titles that share less of the letters of their words share little of their text. */
    private static final double STRANGERS = 0.25;

    static TitleView of(String text) {
        List<String> words = List.of(text.split(" "));
        return new TitleView(words, String.join("", words), Grams.ofWords(words));
    }

    /** How much of their letters both have, from 0 to 1, whatever the order of the words. */
    double likeness(TitleView other) {
        if (joined.equals(other.joined)) {
            return 1;
        }
        double byWords = Grams.shared(grams, other.grams);
        return byWords < STRANGERS
                ? byWords
                : Math.max(byWords, Grams.shared(Grams.ofText(joined), Grams.ofText(other.joined)));
    }

    boolean isBeginningOf(TitleView other) {
        return other.joined.length() > joined.length() && other.joined.startsWith(joined);
    }

    /** Numbers in it, each as often as it stands there. */
    List<String> numbers() {
        var numbers = new ArrayList<String>();
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                int start = i;
                while (i < word.length() && Character.isDigit(word.charAt(i))) {
                    i++;
                }
                if (i > start) {
                    numbers.add(word.substring(start, i));
                }
            }
        }
        return numbers;
    }

    /** How many words have no counterpart in the other. */
    int strangeTo(TitleView other) {
        return (int) words.stream()
                .filter(word -> !other.joined.contains(word))
                .filter(word -> other.words.stream().noneMatch(theirs -> isSameWord(word, theirs)))
                .count();
    }

    private boolean isSameWord(String word, String theirs) {
        return joined.contains(theirs) && theirs.length() > word.length() && theirs.contains(word) && word.length() > 2
                || Letters.isNear(word, theirs);
    }
}
