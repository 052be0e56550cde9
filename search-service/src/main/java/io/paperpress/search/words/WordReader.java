package io.paperpress.search.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the words of one text from left to right.
 *
 * <p>Within {@code $…$} the markup of formulas is no part of a word and no border either, so {@code H$_2$O} is one
 * word. A point between digits belongs to the word: Qwen2.5, 2502.20766.
 */
final class WordReader {

    private static final String MATH_MARKUP = "$_^{}";
    private static final String APOSTROPHES = "'’ʼ";
    private static final String HYPHENS = "-‐‑‒–−/_.·+&";
    private static final Set<String> FONTS = Set.of(
            "mathbb",
            "mathbf",
            "mathcal",
            "mathit",
            "mathrm",
            "mathsf",
            "mathtt",
            "boldsymbol",
            "operatorname",
            "text",
            "textbf",
            "textit",
            "textrm",
            "texttt",
            "left",
            "right");

    /** Longer formulas are rather two prices. */
    private static final int LONGEST_FORMULA = 200;

    /** Longer words are cut: nobody types them, and Elasticsearch would break them. */
    private static final int LONGEST_WORD = 120;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;
    private int wordEnd;
    private int lastEnd;
    private int mathEnd = -1;

    WordReader(String text) {
        this.text = text;
    }

    List<Word> read() {
        int i = 0;
        while (i < text.length()) {
            i = step(i);
        }
        finish();
        return words;
    }

    /** @return where to go on */
    private int step(int i) {
        int c = text.codePointAt(i);
        int next = i + Character.charCount(c);
        if (c == '$' && i > mathEnd) {
            mathEnd = endOfFormula(i);
        }
        boolean inMath = i <= mathEnd;
        if (isWordCharacter(c)) {
            append(c, i, next);
        } else if (inMath && c == '\\') {
            return command(next);
        } else if (inMath && MATH_MARKUP.indexOf(c) >= 0) {
            extend(next, c);
        } else if (c == '.' && isDigit(i - 1) && isDigit(next) && !word.isEmpty()) {
            append(c, i, next);
        } else if (APOSTROPHES.indexOf(c) >= 0 && !word.isEmpty() && isLetter(next)) {
            return apostrophe(next);
        } else if (Character.getType(c) != Character.FORMAT) {
            finish();
        }
        return next;
    }

    private int endOfFormula(int start) {
        int end = text.indexOf('$', start + 1);
        return end > start + 1 && end - start <= LONGEST_FORMULA ? end : -1;
    }

    private void append(int c, int start, int end) {
        boolean alone = Character.isIdeographic(c);
        if (alone) {
            finish();
        }
        if (word.isEmpty()) {
            wordStart = start;
        }
        word.appendCodePoint(c);
        wordEnd = end;
        if (alone) {
            finish();
        }
    }

    /** The markup in the middle of a word is shown as part of it, a closing brace or dollar too. */
    private void extend(int end, int c) {
        if (!word.isEmpty() && (c == '}' || c == '$' && end - 1 == mathEnd)) {
            wordEnd = end;
        }
    }

    /** {@code \log} is a word, {@code \mathcal} is none. */
    private int command(int start) {
        int end = start;
        while (end < text.length() && isLetter(end)) {
            end++;
        }
        String name = text.substring(start, end);
        if (!FONTS.contains(name)) {
            finish();
            name.codePoints().forEach(word::appendCodePoint);
            wordStart = start;
            wordEnd = end;
            finish();
        }
        return Math.max(end, start);
    }

    private int apostrophe(int next) {
        boolean possessive = Character.toLowerCase(text.charAt(next)) == 's' && !isLetter(next + 1);
        if (possessive) {
            finish();
            return next + 1;
        }
        return next;
    }

    private void finish() {
        if (word.isEmpty()) {
            return;
        }
        String raw = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word.toString();
        word.setLength(0);
        String form = Plurals.singular(Folding.fold(raw));
        if (!form.isEmpty()) {
            boolean tight = !words.isEmpty() && wordStart - lastEnd == 1 && HYPHENS.indexOf(text.charAt(lastEnd)) >= 0;
            words.add(new Word(wordStart, wordEnd, form, Parts.of(raw), tight));
        }
        lastEnd = wordEnd;
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }

    private boolean isLetter(int i) {
        return i < text.length() && Character.isLetter(text.charAt(i));
    }

    private static boolean isWordCharacter(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
