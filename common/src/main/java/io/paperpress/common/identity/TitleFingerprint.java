package io.paperpress.common.identity;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The plain form of a title, equal for all the ways of printing it: letters, digits and {@code +} only, without case,
 * accents, math markup or punctuation.
 */
public final class TitleFingerprint {

    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();
    /** LaTeX commands that only style what follows; others, such as {@code \\log}, are read by name. */
    private static final Pattern STYLE = Pattern.compile(
            "\\\\(?:math[a-z]+|text[a-z]*|emph|mbox|operatorname|left|right|bf|it|em|rm|tt)(?![A-Za-z])");

    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{Nd}+]+");

    /** Shorter titles say too little to be one work's alone. */
    private static final int TELLING = 10;

    private static final Set<String> GENERIC = Set.of(
            "acknowledgements",
            "acknowledgments",
            "backmatter",
            "bibliography",
            "bookreview",
            "conclusions",
            "corrigendum",
            "discussion",
            "editorialboard",
            "frontmatter",
            "guesteditorial",
            "introduction",
            "invitedtalk",
            "keynoteaddress",
            "listofreviewers",
            "papertitle",
            "proceedings",
            "programcommittee",
            "relatedwork",
            "tableofcontents",
            "technicalreport");

    private TitleFingerprint() {}

    /** @return empty for a title without a letter or digit */
    public static String of(String title) {
        String plain = STYLE.matcher(title).replaceAll("");
        return DROPPED.matcher(DECOMPOSE.normalize(plain)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether a title of this form, such as "Preface", stands on many works, so that it identifies none. */
    public static boolean isGeneric(String fingerprint) {
        return fingerprint.length() < TELLING || GENERIC.contains(fingerprint);
    }
}
