package io.paperpress.search.query;

/** How near a paper must come to what was typed. */
enum Leniency {
    /** All words as typed, or in another form. */
    EXACT,
    /** All words, likely typos forgiven. */
    FORGIVING,
    /** Most of the words. */
    LOOSE;

    boolean forgives() {
        return this != EXACT;
    }
}
