package io.paperpress.catalog.oai;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Checks answers by the rules of the protocol document (OAI-PMH 2.0, sections 3 and 4): which elements stand in which, in
 * which order and how often, and the form of their values. It is written after the document and is not the protocol's XML
 * Schema, which carries no licence to be handed on.
 */
final class ProtocolShape {

    static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    private static final String OAI_DC = OAI + "oai_dc/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
    private static final String SET = "[A-Za-z0-9\\-_.!~*'()]+(:[A-Za-z0-9\\-_.!~*'()]+)*";

    /** Children in their order: ? at most once, * any number, + at least once. */
    private static final Map<String, String> CHILDREN = Map.ofEntries(
            Map.entry(
                    "OAI-PMH",
                    "responseDate request (error )+|responseDate request"
                            + " (Identify|ListMetadataFormats|ListSets|GetRecord|ListIdentifiers|ListRecords) "),
            Map.entry(
                    "Identify",
                    "repositoryName baseURL protocolVersion (adminEmail )+earliestDatestamp deletedRecord granularity "),
            Map.entry("ListMetadataFormats", "(metadataFormat )+"),
            Map.entry("metadataFormat", "metadataPrefix schema metadataNamespace "),
            Map.entry("ListSets", "(set )+(resumptionToken )?"),
            Map.entry("set", "setSpec setName "),
            Map.entry("GetRecord", "record "),
            Map.entry("ListRecords", "(record )+(resumptionToken )?"),
            Map.entry("ListIdentifiers", "(header )+(resumptionToken )?"),
            Map.entry("record", "header (metadata )?"),
            Map.entry("header", "identifier datestamp (setSpec )*"),
            Map.entry("metadata", "dc "),
            Map.entry(
                    "dc",
                    "((title|creator|subject|description|publisher|contributor|date|type|format|identifier|source|language|relation|coverage|rights) )*"));

    private static final Map<String, String> VALUES = Map.of(
            "responseDate", DATE,
            "earliestDatestamp", DATE,
            "datestamp", DATE,
            "setSpec", SET,
            "adminEmail", "\\S+@(\\S+\\.)+\\S+",
            "protocolVersion", "2\\.0",
            "deletedRecord", "no|persistent|transient",
            "granularity", "YYYY-MM-DD|YYYY-MM-DDThh:mm:ssZ",
            "metadataPrefix", "[A-Za-z0-9\\-_.!~*'()]+");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "request",
            "verb|identifier|metadataPrefix|from|until|set|resumptionToken",
            "error",
            "code",
            "header",
            "status",
            "resumptionToken",
            "expirationDate|completeListSize|cursor",
            "OAI-PMH",
            "xsi:schemaLocation",
            "dc",
            "xsi:schemaLocation");

    private ProtocolShape() {}

    /** Parses an answer, and fails where it is not as the protocol has it. */
    static Document checked(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        var faults = new ArrayList<String>();
        check(document.getDocumentElement(), OAI, faults);
        if (!document.getDocumentElement().getLocalName().equals("OAI-PMH")) {
            faults.add("The root is " + document.getDocumentElement().getLocalName());
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults) + "\n" + xml);
        }
        return document;
    }

    private static void check(Element element, String namespace, List<String> faults) {
        String name = element.getLocalName();
        boolean isOfDublinCore = namespace.equals(DC);
        if (!namespace.equals(element.getNamespaceURI())) {
            faults.add(name + " stands in namespace " + element.getNamespaceURI());
        }
        var children = children(element);
        String said = String.join(
                "", children.stream().map(child -> child.getLocalName() + " ").toList());
        String rule = isOfDublinCore ? "" : CHILDREN.getOrDefault(name, "");
        if (!Pattern.compile(rule).matcher(said).matches()) {
            faults.add(name + " holds: " + said);
        }
        if (!isOfDublinCore
                && VALUES.containsKey(name)
                && !element.getTextContent().matches(VALUES.get(name))) {
            faults.add(name + " says: " + element.getTextContent());
        }
        attributes(element, isOfDublinCore ? "" : ATTRIBUTES.getOrDefault(name, ""), faults);
        for (Element child : children) {
            check(child, name.equals("metadata") ? OAI_DC : name.equals("dc") ? DC : namespace, faults);
        }
    }

    private static void attributes(Element element, String allowed, List<String> faults) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            boolean isDeclaration = attribute.getName().startsWith("xmlns");
            if (!isDeclaration && !attribute.getName().matches(allowed)) {
                faults.add(element.getLocalName() + " has " + attribute.getName());
            }
        }
        if (element.hasAttribute("status") && !element.getAttribute("status").equals("deleted")) {
            faults.add("status is " + element.getAttribute("status"));
        }
    }

    static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    static List<Element> all(Document document, String name) {
        var nodes = document.getElementsByTagNameNS("*", name);
        var found = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
