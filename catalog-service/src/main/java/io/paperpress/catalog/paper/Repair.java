package io.paperpress.catalog.paper;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import io.paperpress.common.identity.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted, made fit to show; what was submitted itself is kept beside it.
 *
 * @param fields the values to show
 * @param warnings what was changed, for the submitter
 */
public record Repair(PaperFields fields, List<Remark> warnings) {

    public static Repair of(PaperFields said) {
        var repairer = new Repairer();
        return new Repair(repairer.repaired(said), List.copyOf(repairer.warnings));
    }

    /** Collects the warnings of one submission. */
    private static final class Repairer {

        private final List<Remark> warnings = new ArrayList<>();

        PaperFields repaired(PaperFields said) {
            return new PaperFields(
                    text("/title", said.title()),
                    text("/shortName", said.shortName()),
                    people(said.authors()),
                    names("/institutions", said.institutions()),
                    text("/venue", said.venue()),
                    said.year(),
                    text("/abstract", said.abstractText()),
                    identifiers(said),
                    links(said.links()),
                    names("/keywords", said.keywords()),
                    trimmed("/cover", said.cover(), String::strip),
                    names("/baselines", said.baselines()),
                    said.citation(),
                    said.path());
        }

        private @Nullable String text(String pointer, @Nullable String value) {
            if (value == null) {
                return null;
            }
            String plain = PlainText.of(value);
            if (!plain.equals(value.strip())) {
                warn(pointer, "Escapes and odd characters were read as the text they stand for.");
            }
            return plain.isEmpty() ? null : plain;
        }

        private @Nullable String trimmed(String pointer, @Nullable String value, UnaryOperator<String> repair) {
            if (value == null) {
                return null;
            }
            String repaired = repair.apply(value);
            if (!repaired.equals(value)) {
                warn(pointer, "The address was cleaned of white space or a needless ending.");
            }
            return repaired.isEmpty() ? null : repaired;
        }

        private List<Author> people(List<Author> said) {
            var people = new ArrayList<Author>();
            for (int i = 0; i < said.size(); i++) {
                String pointer = "/authors/" + i;
                var author = said.get(i);
                var names = Names.people(Objects.requireNonNullElse(text(pointer, author.name()), ""));
                if (names.size() > 1) {
                    warn(pointer, "Several names in one were taken apart.");
                }
                String orcid = names.size() == 1 ? author.orcid() : null;
                names.forEach(name -> people.add(new Author(name, orcid)));
            }
            return once("/authors", people, author -> author.name().toLowerCase(Locale.ROOT));
        }

        private List<String> names(String pointer, List<String> said) {
            var names = new ArrayList<String>();
            for (int i = 0; i < said.size(); i++) {
                String name = text(pointer + "/" + i, said.get(i));
                if (name != null) {
                    names.add(name);
                }
            }
            return once(pointer, names, UnaryOperator.identity());
        }

        private List<Link> links(List<Link> said) {
            var links = new ArrayList<Link>();
            for (int i = 0; i < said.size(); i++) {
                var link = said.get(i);
                String url = trimmed("/links/" + i + "/url", link.url(), WebAddress::repaired);
                if (url != null) {
                    links.add(new Link(link.rel(), text("/links/" + i + "/label", link.label()), url));
                }
            }
            return once("/links", links, link -> link.rel() + " " + link.url());
        }

        private static List<Identifier> identifiers(PaperFields said) {
            return List.copyOf(Identifiers.in(said));
        }

        private <T> List<T> once(String pointer, List<T> values, java.util.function.Function<T, String> name) {
            Set<String> seen = new LinkedHashSet<>();
            var once =
                    values.stream().filter(value -> seen.add(name.apply(value))).toList();
            if (once.size() < values.size()) {
                warn(pointer, "What was listed twice is shown once.");
            }
            return once;
        }

        private void warn(String pointer, String message) {
            warnings.add(new Remark(pointer, message));
        }
    }
}
