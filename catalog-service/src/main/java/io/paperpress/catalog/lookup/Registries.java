package io.paperpress.catalog.lookup;

import io.paperpress.catalog.outbound.OutboundSettings;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/** The registries that may be asked, in the order in which they are; none where lookups are off. */
@Component
public class Registries {

    private final List<MetadataSource> all;

    Registries(LookupSettings settings, OutboundSettings outbound) {
        String contact = outbound.contact();
        if (settings.enabled() && (contact == null || !contact.contains("@"))) {
            throw new InvalidConfigurationPropertyValueException(
                    "paperpress.catalog.outbound.contact",
                    contact,
                    "Registries are told who asks them: give your mail address, or set paperpress.catalog.lookup.enabled=false.");
        }
        all = settings.enabled()
                ? List.of(
                        new Arxiv(settings.arxiv()),
                        Openreview.at(settings.openreview()),
                        Crossref.at(settings.crossref()),
                        Datacite.at(settings.datacite()))
                : List.of();
    }

    List<MetadataSource> all() {
        return all;
    }

    /** Whether some registry can be asked what the paper is called. */
    public boolean canResolve(PaperFields paper) {
        return toAsk(paper).isPresent();
    }

    /** The identifier by which to ask. */
    Optional<Identifier> toAsk(PaperFields paper) {
        return Identifiers.in(paper).stream()
                .filter(identifier -> first(identifier).isPresent())
                .min(Comparator.comparingInt(
                        identifier -> all.indexOf(first(identifier).orElseThrow())));
    }

    Optional<MetadataSource> first(Identifier identifier) {
        return all.stream().filter(source -> source.knows(identifier)).findFirst();
    }

    /** Whom to ask when one registry does not know the identifier. */
    Optional<MetadataSource> after(MetadataSource source, Identifier identifier) {
        return all.stream()
                .skip(all.indexOf(source) + 1L)
                .filter(other -> other.knows(identifier))
                .findFirst();
    }
}
