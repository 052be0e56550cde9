package io.paperpress.catalog.identity.likeness;

/** Words that differ by a slip of the keyboard, an ending, or the spelling of another country. */
final class Letters {

    private static final int SHORT = 4;
    private static final int LONG = 8;

    private Letters() {}

    static boolean isNear(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORT) {
            return one.equals(other);
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int longer = Math.max(one.length(), other.length());
        return (same >= SHORT && 2 * same >= longer && longer - same <= SHORT)
                || (longer - shorter <= 2
                        && haveAnEndInCommon(one, other)
                        && distance(one, other) <= (shorter >= LONG ? 2 : 1));
    }

    /** A slip seldom takes both the first and the last letter. */
    private static boolean haveAnEndInCommon(String one, String other) {
        return one.charAt(0) == other.charAt(0) || one.charAt(one.length() - 1) == other.charAt(other.length() - 1);
    }

    /** Letters to add, drop, change, or swap with the next. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        int changed = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
