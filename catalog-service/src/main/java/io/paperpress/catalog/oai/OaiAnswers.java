package io.paperpress.catalog.oai;

import io.paperpress.catalog.oai.OaiError.Code;
import io.paperpress.catalog.oai.OaiRecords.OaiRecord;
import io.paperpress.catalog.oai.OaiRecords.OaiSet;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in the words of the protocol, records as unqualified Dublin Core. */
final class OaiAnswers {

    private static final String OAI = "http://www.openarchives.org/OAI/2.0/";
    private static final String OAI_DC = OAI + "oai_dc/";
    private static final String DC_SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final OaiSettings settings;
    private final String origin;
    private final OaiXml xml = new OaiXml();

    /** @param origin public address of the site, without a slash at its end */
    OaiAnswers(OaiSettings settings, String origin, Instant now, Map<String, String> request) {
        this.settings = settings;
        this.origin = origin;
        xml.declaration()
                .open("OAI-PMH")
                .attribute("xmlns", OAI)
                .attribute("xmlns:xsi", XSI)
                .attribute("xsi:schemaLocation", OAI + " " + OAI + "OAI-PMH.xsd")
                .element("responseDate", seconds(now))
                .open("request")
                .attributes(request)
                .words(origin + "/oai")
                .close();
    }

    String error(OaiError error) {
        xml.open("error").attribute("code", error.code().name());
        return xml.words(String.valueOf(error.getMessage())).close().written();
    }

    String identify(Instant earliest) {
        return xml.open("Identify")
                .element("repositoryName", settings.name())
                .element("baseURL", origin + "/oai")
                .element("protocolVersion", "2.0")
                .element("adminEmail", settings.adminEmail())
                .element("earliestDatestamp", seconds(earliest))
                .element("deletedRecord", "persistent")
                .element("granularity", "YYYY-MM-DDThh:mm:ssZ")
                .close()
                .written();
    }

    String formats() {
        return xml.open("ListMetadataFormats")
                .open("metadataFormat")
                .element("metadataPrefix", OaiRequest.DUBLIN_CORE)
                .element("schema", DC_SCHEMA)
                .element("metadataNamespace", OAI_DC)
                .close()
                .close()
                .written();
    }

    String sets(List<OaiSet> sets) {
        if (sets.isEmpty()) {
            throw new OaiError(Code.noSetHierarchy, "There are no sets yet.");
        }
        xml.open("ListSets");
        sets.forEach(set -> xml.open("set")
                .element("setSpec", set.spec())
                .element("setName", set.name() == null || set.name().isBlank() ? set.spec() : set.name())
                .close());
        return xml.close().written();
    }

    String one(OaiRecord paper) {
        xml.open("GetRecord");
        write(paper);
        return xml.close().written();
    }

    /**
     * @param next where the list goes on, {@code null} at its end
     * @param cursor records before these; the end of a list that began elsewhere says so by an empty token
     */
    String list(String verb, List<OaiRecord> papers, @Nullable ResumptionToken next, long cursor) {
        xml.open(verb);
        papers.forEach(verb.equals("ListRecords") ? this::write : this::header);
        if (next != null || cursor > 0) {
            xml.open("resumptionToken").attribute("cursor", Long.toString(cursor));
            xml.words(next == null ? "" : next.text()).close();
        }
        return xml.close().written();
    }

    private void write(OaiRecord paper) {
        xml.open("record");
        header(paper);
        if (!paper.isDeleted()) {
            xml.open("metadata");
            dublinCore(paper.paper().paperId(), paper.paper().paper());
            xml.close();
        }
        xml.close();
    }

    private void header(OaiRecord paper) {
        xml.open("header");
        if (paper.isDeleted()) {
            xml.attribute("status", "deleted");
        }
        xml.element(
                        "identifier",
                        "oai:" + settings.namespace() + ":" + paper.paper().paperId())
                .element("datestamp", seconds(paper.datestamp()));
        paper.sets().forEach(set -> xml.element("setSpec", set));
        xml.close();
    }

    private void dublinCore(String paperId, PaperFields paper) {
        xml.open("oai_dc:dc")
                .attribute("xmlns:oai_dc", OAI_DC)
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .attribute("xmlns:xsi", XSI)
                .attribute("xsi:schemaLocation", OAI_DC + " " + DC_SCHEMA)
                .element("dc:title", paper.title());
        paper.authors().stream().map(Author::name).forEach(name -> xml.element("dc:creator", name));
        paper.keywords().forEach(word -> xml.element("dc:subject", word));
        xml.element("dc:description", paper.abstractText())
                .element("dc:source", paper.venue())
                .element("dc:date", paper.year() == null ? null : paper.year().toString())
                .element("dc:type", "text")
                .element("dc:identifier", origin + "/papers/" + paperId + "/");
        Identifiers.in(paper).stream()
                .filter(identifier -> !identifier.scheme().equals(Identifiers.PATH))
                .forEach(identifier -> xml.element("dc:identifier", identifier.toString()));
        paper.links().stream()
                .filter(link -> !link.rel().equals(Link.NOTE))
                .forEach(link -> xml.element("dc:relation", link.url()));
        xml.close();
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
