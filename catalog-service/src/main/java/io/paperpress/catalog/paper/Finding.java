package io.paperpress.catalog.paper;

import io.paperpress.common.events.Remark;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a curator should look at; it never keeps a submission waiting.
 *
 * @param paperId the paper it is about, where it is about one
 * @param otherPaperId the other paper of a pair
 * @param list slug of the reading list it is about
 * @param submissionId the submission that brought it up
 * @param remark where, and what
 * @param score how much speaks for it, from 0 to 1, where that was weighed
 */
public record Finding(
        Kind kind,
        @Nullable String paperId,
        @Nullable String otherPaperId,
        @Nullable String list,
        String submissionId,
        Remark remark,
        @Nullable Double score) {

    public Finding(
            Kind kind,
            @Nullable String paperId,
            @Nullable String otherPaperId,
            @Nullable String list,
            String submissionId,
            Remark remark) {
        this(kind, paperId, otherPaperId, list, submissionId, remark, null);
    }

    /** What there is to find. */
    public enum Kind {
        /** A name or title that a template left behind. */
        PLACEHOLDER,
        /** Listed by its identifier, until somebody knows what it is called. */
        UNTITLED,
        EMPTY_LINK,
        UNKNOWN_KEYWORD,
        UNKNOWN_VENUE,
        CITATION_WITHOUT_YEAR,
        CONFLICTING_CLAIMS,
        /** Listed apart, yet perhaps one work. */
        POSSIBLE_DUPLICATE,
        /** Listed apart under one identifier. */
        VERSIONS,
        /** A list's label that is another paper's name. */
        FOREIGN_LABEL;

        /** As it stands in addresses and documents. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Finding about(Paper paper, Observation observation, String submissionId) {
        return new Finding(observation.kind(), paper.id(), null, null, submissionId, observation.remark());
    }

    /** A pair of papers. */
    public static Finding ofPair(
            Kind kind, String paperId, String otherPaperId, String submissionId, String message, double score) {
        return new Finding(kind, paperId, otherPaperId, null, submissionId, new Remark(null, message), score);
    }
}
