package io.paperpress.catalog.oai;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** XML of an answer; characters that no XML may hold, which papers do hold, become replacement characters. */
final class OaiXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    OaiXml() {
        try {
            xml = FACTORY.createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }

    private OaiXml done(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Nothing that is written to memory fails", e);
        }
    }

    OaiXml declaration() {
        return done(() -> xml.writeStartDocument("UTF-8", "1.0"));
    }

    OaiXml open(String name) {
        return done(() -> xml.writeStartElement(name));
    }

    OaiXml attribute(String name, String value) {
        return done(() -> xml.writeAttribute(name, valid(value)));
    }

    OaiXml attributes(Map<String, String> attributes) {
        attributes.forEach(this::attribute);
        return this;
    }

    OaiXml words(String value) {
        return done(() -> xml.writeCharacters(valid(value)));
    }

    OaiXml close() {
        return done(xml::writeEndElement);
    }

    /** A whole element; nothing where there is no value. */
    OaiXml element(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : open(name).words(value).close();
    }

    String written() {
        done(xml::writeEndDocument);
        return text.toString();
    }

    /** By XML 1.0, production 2. */
    static String valid(String text) {
        var valid = new StringBuilder(text.length());
        text.codePoints().forEach(c -> valid.appendCodePoint(isValid(c) ? c : 0xFFFD));
        return valid.toString();
    }

    private static boolean isValid(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
