package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in the manner of the tools that write them; beside each stands what they say, in our own JSON. */
class FormatContractTest {

    private static final int LIMIT = 192 * 1024;

    @ParameterizedTest
    @CsvSource({
        "bibtex/acl-anthology.bib, bibtex/acl-anthology.json",
        "bibtex/arxiv.bib,         bibtex/arxiv.json",
        "bibtex/better-biblatex.bib, bibtex/better-biblatex.json",
        "bibtex/crossref.bib,      bibtex/crossref.json",
        "bibtex/dblp.bib,          bibtex/dblp.json",
        "bibtex/google-scholar.bib, bibtex/google-scholar.json",
        "bibtex/jabref.bib,        bibtex/jabref.json",
        "bibtex/openreview.bib,    bibtex/openreview.json",
        "bibtex/paperpress.bib,    bibtex/paperpress.json",
        "bibtex/zotero.bib,        bibtex/zotero.json",
        "ris/endnote.ris,          ris/endnote.json",
        "ris/google-scholar.ris,   ris/google-scholar.json",
        "ris/publisher.ris,        ris/publisher.json",
        "ris/zotero.ris,           ris/zotero.json",
        "csl/crossref.csl.json,    csl/crossref.json",
        "csl/datacite.csl.json,    csl/datacite.json",
        "csl/zotero.csl.json,      csl/zotero.json",
    })
    void aToolsFileIsReadWhole(String file, String expected) {
        var entries = Entries.read(reader(file), resource(file), ReadOptions.NONE);
        var papers = Entries.read(new JsonReader(LIMIT), resource(expected), ReadOptions.NONE);
        assertThat(papers.refusals).isEmpty();
        assertThat(entries.refusals).isEmpty();
        assertThat(entries.fields()).isEqualTo(papers.fields());
        assertThat(entries.papers)
                .allSatisfy(paper -> assertThat(paper.warnings()).isEmpty());
    }

    private static SubmissionReader reader(String file) {
        return List.of(new BibtexReader(LIMIT), new RisReader(LIMIT), new CslReader(LIMIT))
                .get(List.of("bibtex", "ris", "csl").indexOf(file.substring(0, file.indexOf('/'))));
    }

    private static byte[] resource(String name) {
        try (var in = FormatContractTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
