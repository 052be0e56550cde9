package io.paperpress.render.pages;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.formats.PaperFormat;
import io.paperpress.render.model.ModelReader.ListStanding;
import io.paperpress.render.model.PaperCard;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a paper shows.
 *
 * @param versions cards of other versions of the work
 */
public record PaperView(PaperCatalogued state, PaperCard card, List<PaperCard> versions, List<ListStanding> standings) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** An identifier with the address that its registry gives it. */
    public record Known(String label, @Nullable String url) {}

    public PaperFields paper() {
        return state.paper();
    }

    public List<Known> identifiers() {
        return state.identifiers().stream()
                .filter(identifier -> !identifier.scheme().equals("path"))
                .map(PaperView::known)
                .toList();
    }

    private static Known known(Identifier identifier) {
        var value = identifier.value();
        return switch (identifier.scheme()) {
            case "arxiv" -> new Known("arXiv:" + value, "https://arxiv.org/abs/" + value);
            case "doi" -> new Known("doi:" + value, "https://doi.org/" + value);
            case "openreview" -> new Known("OpenReview " + value, "https://openreview.net/forum?id=" + value);
            case "acl" -> new Known("ACL Anthology " + value, "https://aclanthology.org/" + value + "/");
            default -> new Known(identifier.toString(), null);
        };
    }

    /** The reference as a list prints it, else one made of the fields. */
    public String reference() {
        var citation = paper().citation();
        return citation != null && !citation.isBlank() ? citation : Citation.reference(card);
    }

    public String bibtex() {
        return PaperFormat.BIBTEX.write(state.paperId(), state.paper());
    }

    public List<String> baselines() {
        return paper().baselines();
    }

    public String revised() {
        return DAY.format(LocalDate.ofInstant(state.revisedAt(), ZoneOffset.UTC));
    }

    public String catalogued() {
        return DAY.format(LocalDate.ofInstant(state.cataloguedAt(), ZoneOffset.UTC));
    }

    /** Fields of which the sources say something else than what is shown: field → values. */
    public Map<String, Set<String>> differing() {
        var differing = new LinkedHashMap<String, Set<String>>();
        differ(differing, "Title", PaperFields::title);
        differ(differing, "Venue", PaperFields::venue);
        differ(
                differing,
                "Year",
                fields -> fields.year() == null ? null : fields.year().toString());
        return differing;
    }

    private void differ(
            Map<String, Set<String>> differing, String name, Function<PaperFields, @Nullable String> field) {
        var shown = Objects.requireNonNullElse(field.apply(paper()), "");
        var values = new LinkedHashSet<String>();
        for (var source : state.sources()) {
            var value = field.apply(source.values());
            if (value != null && !value.isBlank() && !value.strip().equalsIgnoreCase(shown.strip())) {
                values.add(value.strip());
            }
        }
        if (!values.isEmpty()) {
            differing.put(name, values);
        }
    }

    /** Who listed it, for the small print. */
    public List<String> sources() {
        var keys = new ArrayList<String>();
        state.sources().forEach(source -> {
            var key = source.source().key();
            if (!keys.contains(key)) {
                keys.add(key);
            }
        });
        return keys;
    }
}
