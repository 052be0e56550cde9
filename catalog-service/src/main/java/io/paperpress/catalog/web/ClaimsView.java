package io.paperpress.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.paper.Claims.Claim;
import io.paperpress.catalog.paper.FieldClaims;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperCatalogued;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field of a paper with everything that is said of it: by whom, when, and which of it is shown. */
record ClaimsView(String paperId, long revision, List<FieldView> fields) {

    /**
     * @param field as in a submission
     * @param shown what readers see, names in their canonical form; {@code null} where there is nothing
     * @param said in the order in which it is taken up: of a field with one value, the first is shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldView(String field, @Nullable JsonNode shown, List<SaidView> said) {}

    /**
     * What one source says of a field.
     *
     * @param value {@code null} where it says that there is none
     * @param shown whether readers see it
     * @param denied values, of those that others give, that it says are not so
     * @param source key of the source
     * @param kind {@code record} for fields given as fields, {@code citation} for fields read out of a reference
     * @param at when it was submitted, approved or said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SaidView(
            @Nullable Object value,
            boolean shown,
            @Nullable List<String> denied,
            String source,
            String kind,
            String submitter,
            String submissionId,
            Instant at) {}

    static ClaimsView of(PaperCatalogued state) {
        JsonNode shown = JsonMapper.shared().valueToTree(FieldsView.of(state.paper()));
        return new ClaimsView(
                state.paperId(),
                state.revision(),
                FieldClaims.of(Paper.of(state).claims()).stream()
                        .map(field -> new FieldView(
                                field.field(),
                                value(shown, field.field()),
                                field.said().stream()
                                        .flatMap(said -> views(field.field(), said))
                                        .toList()))
                        .toList());
    }

    private static @Nullable JsonNode value(JsonNode shown, String field) {
        JsonNode value = shown.get(field);
        return value == null || value.isNull() || (value.isContainer() && value.isEmpty()) ? null : value;
    }

    private static Stream<SaidView> views(String field, FieldClaims.Said said) {
        var denied = said.claim().record().cleared().stream()
                .filter(what -> what.equals(field) || what.startsWith(field + "/"))
                .toList();
        var values =
                said.values().stream().map(value -> view(value, said.shown().contains(value), null, said.claim()));
        return denied.isEmpty() ? values : Stream.concat(Stream.of(view(null, false, denied, said.claim())), values);
    }

    private static SaidView view(@Nullable Object value, boolean shown, @Nullable List<String> denied, Claim claim) {
        var record = claim.record();
        return new SaidView(
                value instanceof Identifier identifier ? identifier.toString() : value,
                shown,
                denied,
                record.source().key(),
                record.source().kind().name().toLowerCase(Locale.ROOT),
                record.submitter(),
                record.submissionId(),
                record.at());
    }
}
