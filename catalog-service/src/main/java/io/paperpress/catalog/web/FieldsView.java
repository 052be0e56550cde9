package io.paperpress.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a paper, as in a submission.
 *
 * @param identifiers a value by scheme, or several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldsView(
        @Nullable String title,
        @Nullable String shortName,
        List<Author> authors,
        List<String> institutions,
        @Nullable String venue,
        @Nullable Integer year,
        @JsonProperty("abstract") @Nullable String abstractText,
        Map<String, Object> identifiers,
        List<Link> links,
        List<String> keywords,
        @Nullable String cover,
        List<String> baselines,
        @Nullable String citation,
        @Nullable String path) {

    public static FieldsView of(PaperFields fields) {
        return new FieldsView(
                fields.title(),
                fields.shortName(),
                fields.authors(),
                fields.institutions(),
                fields.venue(),
                fields.year(),
                fields.abstractText(),
                byScheme(fields.identifiers()),
                fields.links(),
                fields.keywords(),
                fields.cover(),
                fields.baselines(),
                fields.citation(),
                fields.path());
    }

    private static Map<String, Object> byScheme(Collection<Identifier> identifiers) {
        var values = identifiers.stream()
                .collect(Collectors.groupingBy(
                        Identifier::scheme,
                        LinkedHashMap::new,
                        Collectors.mapping(Identifier::value, Collectors.toList())));
        var byScheme = new LinkedHashMap<String, Object>();
        values.forEach((scheme, all) -> byScheme.put(scheme, all.size() == 1 ? all.getFirst() : all));
        return byScheme;
    }
}
