package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** arXiv, by the Atom feed of its query interface. */
final class Arxiv implements MetadataSource {

    private final LookupSettings.Arxiv settings;

    Arxiv(LookupSettings.Arxiv settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "arxiv";
    }

    @Override
    public boolean knows(Identifier identifier) {
        return identifier.scheme().equals(Identifiers.ARXIV);
    }

    @Override
    public int atOnce() {
        return 50;
    }

    @Override
    public Duration pause() {
        return settings.pause();
    }

    @Override
    public URI question(List<Identifier> identifiers) {
        String ids = identifiers.stream().map(Identifier::value).collect(Collectors.joining(","));
        return settings.address().resolve("/api/query?max_results=" + identifiers.size() + "&id_list=" + ids);
    }

    @Override
    public Map<Identifier, PaperFields> read(byte[] answer, Collection<Identifier> asked) {
        var found = new HashMap<Identifier, PaperFields>();
        try {
            var xml = secureReader(answer);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("entry")) {
                    Entry.read(xml, asked, found);
                }
            }
            return found;
        } catch (XMLStreamException broken) {
            throw new UnreadableAnswer("arXiv did not answer an Atom feed", broken);
        }
    }

    private static XMLStreamReader secureReader(byte[] answer) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(answer));
    }

    /** What one entry of the feed says, as far as it is read. */
    private static final class Entry {

        private @Nullable String id;
        private @Nullable String title;
        private @Nullable String summary;
        private @Nullable String published;
        private @Nullable String doi;
        private final List<Author> authors = new ArrayList<>();

        static void read(XMLStreamReader xml, Collection<Identifier> asked, Map<Identifier, PaperFields> found)
                throws XMLStreamException {
            var entry = new Entry();
            int event = xml.next();
            while (event != XMLStreamConstants.END_ELEMENT
                    || !xml.getLocalName().equals("entry")) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    entry.element(xml);
                }
                event = xml.next();
            }
            entry.addTo(found, asked);
        }

        private void element(XMLStreamReader xml) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "id" -> id = xml.getElementText();
                case "title" -> title = xml.getElementText();
                case "summary" -> summary = xml.getElementText();
                case "published" -> published = xml.getElementText();
                case "doi" -> doi = xml.getElementText();
                case "name" -> {
                    String name = Metadata.text(xml.getElementText());
                    if (name != null) {
                        authors.add(Author.named(name));
                    }
                }
                default -> {}
            }
        }

        /** An id that arXiv does not know comes back as an entry titled "Error", under an address of its own. */
        private void addTo(Map<Identifier, PaperFields> found, Collection<Identifier> asked) {
            var identifier = id == null ? null : Identifiers.recognise(id).orElse(null);
            if (identifier == null || !asked.contains(identifier)) {
                return;
            }
            var identifiers = new ArrayList<>(List.of(identifier));
            if (doi != null) {
                identifiers.add(Identifiers.of(Identifiers.DOI, doi));
            }
            Metadata.of(
                            title,
                            authors,
                            "arXiv",
                            yearOf(published),
                            summary,
                            identifiers,
                            "https://arxiv.org/abs/" + identifier.value())
                    .ifPresent(fields -> found.put(identifier, fields));
        }

        private static @Nullable Integer yearOf(@Nullable String date) {
            return date != null && date.matches("\\d{4}-.*") ? Integer.valueOf(date.substring(0, 4)) : null;
        }
    }
}
