package io.paperpress.catalog.paper;

import io.paperpress.common.text.LatexText;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as it is shown: escapes read, white space and invisible characters set right; {@code $…$} stays math. */
public final class PlainText {

    private static final Pattern MATH = Pattern.compile("(?<!\\\\)\\$[^$]+(?<!\\\\)\\$");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u200B\\uFEFF&&[^\\t\\r\\n]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private PlainText() {}

    public static String of(String text) {
        return isPlain(text) ? text : read(text);
    }

    /** Whether there is nothing to read in it or to set right, as with nearly every text: a look at each sign tells. */
    private static boolean isPlain(String text) {
        boolean afterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ';
            if (c < ' ' || c > '~' || "\\&${}".indexOf(c) >= 0 || (blank && afterBlank)) {
                return false;
            }
            afterBlank = blank;
        }
        return !afterBlank || text.isEmpty();
    }

    private static String read(String text) {
        String visible = CONTROL.matcher(text).replaceAll("");
        var plain = new StringBuilder(visible.length());
        var math = MATH.matcher(visible);
        int end = 0;
        while (math.find()) {
            plain.append(unescaped(visible.substring(end, math.start()))).append(math.group());
            end = math.end();
        }
        plain.append(unescaped(visible.substring(end)));
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }

    private static String unescaped(String text) {
        return LatexText.readEscapes(HtmlText.read(text)).replace("\\$", "$");
    }
}
