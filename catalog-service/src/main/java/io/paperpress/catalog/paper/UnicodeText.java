package io.paperpress.catalog.paper;

/** Whether text can be kept at all. */
public final class UnicodeText {

    private UnicodeText() {}

    /** Surrogates come in pairs, and U+0000, which no database keeps, does not occur. */
    public static boolean isValid(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
