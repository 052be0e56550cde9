package io.paperpress.search.web;

import io.paperpress.search.query.PaperLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Papers as an Atom feed (RFC 4287). */
final class Atom {

    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();

    private final XMLStreamWriter xml;

    private Atom(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * @param base address of the public origin, without a slash at its end
     * @param self address of the feed
     */
    static byte[] feed(String q, String base, String self, List<PaperLine> papers) {
        try {
            var out = new ByteArrayOutputStream();
            var writer = XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new Atom(writer).feedOf(q, base, self, papers);
            writer.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed in memory can be written", e);
        }
    }

    private void feedOf(String q, String base, String self, List<PaperLine> papers) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        text("title", q.isBlank() ? "Papers" : "Papers: " + q.strip());
        text("id", self);
        link("self", self);
        Instant updated = papers.stream()
                .map(Atom::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        text("updated", updated.toString());
        for (PaperLine paper : papers) {
            entry(paper, base);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(PaperLine paper, String base) throws XMLStreamException {
        xml.writeStartElement("entry");
        text("title", paper.title());
        text("id", base + paper.page());
        link("alternate", base + paper.page());
        text("updated", updated(paper).toString());
        if (paper.cataloguedAt() != null) {
            text("published", paper.cataloguedAt().toString());
        }
        List<String> authors = paper.authors().isEmpty() ? List.of("unknown") : paper.authors();
        for (String author : authors) {
            xml.writeStartElement("author");
            text("name", author);
            xml.writeEndElement();
        }
        if (paper.abstractText() != null) {
            text("summary", paper.abstractText());
        }
        xml.writeEndElement();
    }

    private static Instant updated(PaperLine paper) {
        return Objects.requireNonNullElse(paper.revisedAt(), Instant.EPOCH);
    }

    private void link(String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private void text(String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(legal(value));
        xml.writeEndElement();
    }

    /** Without the characters that XML 1.0 knows no way to write. */
    private static String legal(String value) {
        return value.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
