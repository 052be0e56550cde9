package io.paperpress.search.language;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a query as it was understood. */
public sealed interface Clause {

    /**
     * Words that must all be there, in any order; those without a field are runs of neighbours.
     *
     * @param field {@code null} for anywhere
     */
    record Words(String text, @Nullable Field field) implements Clause {}

    /** Words side by side. */
    record Phrase(String text, @Nullable Field field) implements Clause {}

    /** First and last year, either may be open. */
    record Years(@Nullable Integer from, @Nullable Integer to) implements Clause {}

    /** What a paper comes with. */
    record Has(Extra extra) implements Clause {}

    record All(List<Clause> clauses) implements Clause {

        public All {
            clauses = List.copyOf(clauses);
        }
    }

    record Any(List<Clause> clauses) implements Clause {

        public Any {
            clauses = List.copyOf(clauses);
        }
    }

    record Not(Clause clause) implements Clause {}

    /** What {@code has:} knows. */
    enum Extra {
        CODE,
        NOTE,
        COVER;

        public String typed() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Extra> named(String typed) {
            return java.util.Arrays.stream(values())
                    .filter(extra -> extra.typed().equalsIgnoreCase(typed))
                    .findFirst();
        }
    }
}
