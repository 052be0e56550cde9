package io.paperpress.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.paperpress.catalog.paper.Conflict;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Vocabulary;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.SourceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it is answered.
 *
 * @param fields the values shown
 * @param versions ids of papers that are other versions of the work
 * @param sources who said what, when, to the letter
 * @param conflicts fields on which the sources disagree
 * @param lists reading lists it stands on; {@code null} for a past revision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaperView(
        String paperId,
        long revision,
        Instant cataloguedAt,
        Instant revisedAt,
        String submissionId,
        @JsonUnwrapped FieldsView fields,
        List<String> versions,
        List<SourceView> sources,
        List<Conflict> conflicts,
        @Nullable List<String> lists) {

    /**
     * What one source says.
     *
     * @param kind {@code record} for fields given as fields, {@code citation} for fields read out of a reference
     * @param cleared fields and values that it says are not so
     */
    public record SourceView(
            String key,
            String kind,
            String submitter,
            String submissionId,
            Instant submittedAt,
            FieldsView values,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cleared) {

        static SourceView of(SourceRecord said) {
            return new SourceView(
                    said.source().key(),
                    said.source().kind().name().toLowerCase(Locale.ROOT),
                    said.submitter(),
                    said.submissionId(),
                    said.at(),
                    FieldsView.of(said.values()),
                    said.cleared());
        }
    }

    public static PaperView of(PaperCatalogued state, Vocabulary vocabulary, @Nullable List<String> lists) {
        return new PaperView(
                state.paperId(),
                state.revision(),
                state.cataloguedAt(),
                state.revisedAt(),
                state.submissionId(),
                FieldsView.of(state.paper()),
                state.versions(),
                state.sources().stream().map(SourceView::of).toList(),
                Paper.of(state).claims().conflicts(vocabulary),
                lists);
    }
}
