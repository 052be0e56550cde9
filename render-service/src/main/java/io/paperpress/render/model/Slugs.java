package io.paperpress.render.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes the last part of a page's address out of a name: lower-case ASCII letters, digits and hyphens. */
public final class Slugs {

    private static final int LONGEST = 80;
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HYPHENS_AROUND = Pattern.compile("^-+|-+$");

    /** Part of the address of later pages, as in {@code /venues/page/2/}. */
    private static final String RESERVED = "page";

    private Slugs() {}

    /** The slug a name should have; where another name has it already, use {@link #distinct}. */
    public static String of(String name) {
        var hyphenated = NOT_ALLOWED.matcher(Folding.toAscii(name)).replaceAll("-");
        var cut = hyphenated.length() > LONGEST ? hyphenated.substring(0, LONGEST) : hyphenated;
        var slug = HYPHENS_AROUND.matcher(cut).replaceAll("");
        if (slug.isEmpty()) {
            return "n-" + hash(name);
        }
        return slug.equals(RESERVED) ? distinct(name) : slug;
    }

    /** A slug that no other name has. */
    public static String distinct(String name) {
        var slug = NOT_ALLOWED.matcher(Folding.toAscii(name)).replaceAll("-");
        var cut = slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug;
        return HYPHENS_AROUND.matcher(cut + "-" + hash(name)).replaceAll("");
    }

    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
