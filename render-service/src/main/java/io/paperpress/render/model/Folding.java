package io.paperpress.render.model;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Brings text of any script to plain lower-case ASCII, for addresses and for sorting. */
public final class Folding {

    private static final Transliterator TO_ASCII =
            Transliterator.getInstance("Any-Latin; NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII");
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private Folding() {}

    public static String toAscii(String text) {
        var ascii = isAscii(text) ? text : TO_ASCII.transliterate(text);
        return ascii.toLowerCase(Locale.ROOT);
    }

    /** The one spelling of a name: composed characters, single spaces, none around it. */
    public static String tidy(String name) {
        return NFC.normalize(name).replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
