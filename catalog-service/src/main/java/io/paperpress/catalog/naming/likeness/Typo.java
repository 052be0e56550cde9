package io.paperpress.catalog.naming.likeness;

/** One letter too many, too few or wrong, or two in the wrong order. */
final class Typo {

    private Typo() {}

    static boolean isBetween(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1 || one.equals(other)) {
            return false;
        }
        int start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        String rest = one.substring(start);
        String otherRest = other.substring(start);
        if (rest.length() != otherRest.length()) {
            return rest.length() > otherRest.length()
                    ? rest.substring(1).equals(otherRest)
                    : otherRest.substring(1).equals(rest);
        }
        return rest.substring(1).equals(otherRest.substring(1))
                || (rest.length() > 1
                        && rest.charAt(0) == otherRest.charAt(1)
                        && rest.charAt(1) == otherRest.charAt(0)
                        && rest.substring(2).equals(otherRest.substring(2)));
    }
}
