package io.paperpress.catalog.identity.likeness;

import com.ibm.icu.text.Transliterator;
import io.paperpress.catalog.paper.Names;
import java.util.regex.Pattern;

/** Names of people in other alphabets, or in letters where the accents are missing. */
final class People {

    private static final Pattern FOREIGN = Pattern.compile("[^\\p{ASCII}]");
    private static final Pattern UMLAUT = Pattern.compile("(?i)[aou]e");

    private People() {}

    static boolean areOne(String one, String other) {
        return !Names.differ(one, other) || !Names.differ(plain(one), plain(other));
    }

    private static String plain(String name) {
        String latin = FOREIGN.matcher(name).find() ? Latin.TRANSLITERATOR.transliterate(name) : name;
        return UMLAUT.matcher(latin).replaceAll(found -> found.group().substring(0, 1));
    }

    private static final class Latin {
        static final Transliterator TRANSLITERATOR = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
