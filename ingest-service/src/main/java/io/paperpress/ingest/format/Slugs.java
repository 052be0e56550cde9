package io.paperpress.ingest.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of reading lists: lower-case ASCII letters, digits and hyphens. */
public final class Slugs {

    private static final int LONGEST = 80;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Slugs() {}

    public static boolean isSlug(String text) {
        return text.length() <= LONGEST && SLUG.matcher(text).matches();
    }

    /** @return empty where the title has no Latin letter or digit */
    static String of(String title) {
        String plain = ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String slug = OTHERS.matcher(plain).replaceAll("-");
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST));
        return cut.replaceAll("^-|-$", "");
    }
}
