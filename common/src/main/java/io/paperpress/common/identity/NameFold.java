package io.paperpress.common.identity;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The form by which names match: case, accents, compatibility forms, the width of white space and the kind of a dash or
 * quotation mark make no difference; letters, digits and all other punctuation do. A low line counts as a blank.
 */
public final class NameFold {

    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\p{Cf}_]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern QUOTES = Pattern.compile("[\u2018\u2019\u201B\u02BC\u02B9`\u00B4]");

    /** What an index takes for a key is limited; longer names are cut, and told apart by a digest. */
    private static final int LONGEST = 300;

    private NameFold() {}

    /** @return empty for a name without any sign */
    public static String of(String name) {
        boolean isPlain = name.chars().allMatch(unit -> unit < 0x80);
        String lower = isPlain ? name.toLowerCase(Locale.ROOT).replace('`', '\'') : unaccented(name);
        return bounded(BLANKS.matcher(lower).replaceAll(" ").strip());
    }

    private static String unaccented(String name) {
        String plain = MARKS.matcher(DECOMPOSE.normalize(name)).replaceAll("");
        plain = QUOTES.matcher(DASHES.matcher(plain).replaceAll("-")).replaceAll("'");
        return letters(plain.toLowerCase(Locale.ROOT));
    }

    /** Letters that no accent was taken from, and yet are written with another one. */
    private static String letters(String lower) {
        return lower.replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    private static String bounded(String folded) {
        if (folded.length() <= LONGEST) {
            return folded;
        }
        int end = Character.isHighSurrogate(folded.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return folded.substring(0, end) + "~" + UUID.nameUUIDFromBytes(folded.getBytes(StandardCharsets.UTF_8));
    }
}
