package io.paperpress.catalog.identity;

import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Paper;
import java.util.List;

/**
 * What a submission was recognised as.
 *
 * @param doubts listed papers that it may be as well, for a curator
 */
public record Recognition(Match match, List<Doubt> doubts) {

    /** Which paper a submission is of. */
    public sealed interface Match {

        /**
         * A listed one.
         *
         * @param reasons what they share, one sentence each
         */
        record Same(Paper paper, List<String> reasons) implements Match {}

        /** One that is not listed, though another version of it is. */
        record NewVersionOf(Paper paper, List<String> reasons) implements Match {}

        /** One that is not listed. */
        record New() implements Match {}
    }

    /**
     * A paper that is kept apart, though something speaks for its being the same.
     *
     * @param score likeness from 0 to 1
     * @param reasons what speaks for it, and what against; one sentence each
     */
    public record Doubt(Finding.Kind kind, String paperId, double score, List<String> reasons) {

        public Doubt {
            reasons = List.copyOf(reasons);
        }

        static Doubt of(Finding.Kind kind, Paper paper, double score, String... reasons) {
            return new Doubt(kind, paper.id(), score, List.of(reasons));
        }
    }

    public Recognition {
        doubts = List.copyOf(doubts);
    }
}
