package io.paperpress.search.words;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Makes spellings of one word equal: case, accents, ligatures, width and number forms. */
final class Folding {

    /** Marks are taken from Latin, Greek and Cyrillic letters only: elsewhere they are part of the spelling. */
    private static final Transliterator FOLD = Transliterator.createFromRules("fold", """
            :: NFKD;
            :: [\\u0300-\\u036F] Remove;
            :: NFC;
            :: Latin-ASCII;
            :: Lower;
            ς > σ;
            [^[:L:][:M:][:N:].] > ;
            """, Transliterator.FORWARD);

    private Folding() {}

    static String fold(String word) {
        return isAscii(word) ? word.toLowerCase(Locale.ROOT) : FOLD.transliterate(word);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
