package io.paperpress.search.query;

/** How much a word may differ from what was typed; the same rule in Elasticsearch and in highlights. */
final class Typos {

    /** First letters that must be right: the fewer, the more words Elasticsearch has to look at. */
    static final int RIGHT_LETTERS = 1;

    private Typos() {}

    /** Letters that may be wrong, missing, too many or swapped. */
    static int forgiven(String form) {
        boolean number = form.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        if (number || form.length() < 4) {
            return 0;
        }
        return form.length() < 8 ? 1 : 2;
    }

    /** Whether {@code found} is {@code typed} but for forgiven typos. */
    static boolean forgives(String typed, String found) {
        int most = forgiven(typed);
        if (most == 0 || Math.abs(typed.length() - found.length()) > most) {
            return typed.equals(found);
        }
        return typed.regionMatches(0, found, 0, RIGHT_LETTERS) && distance(typed, found) <= most;
    }

    /** Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[] twoBack = new int[b.length() + 1];
        int[] back = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            back[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], back[j]) + 1, back[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            int[] spare = twoBack;
            twoBack = back;
            back = row;
            row = spare;
        }
        return back[b.length()];
    }
}
