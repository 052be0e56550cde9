package io.paperpress.catalog.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers in the shape in which each registry gives them, written for these tests. */
class MetadataSourcesTest {

    private static final URI HERE = URI.create("http://registry.test");

    private final Arxiv arxiv = new Arxiv(new LookupSettings.Arxiv(HERE, Duration.ZERO));
    private final MetadataSource crossref = Crossref.at(new LookupSettings.Crossref(HERE, Duration.ZERO));
    private final MetadataSource datacite = Datacite.at(new LookupSettings.Datacite(HERE, Duration.ZERO));
    private final MetadataSource openreview = Openreview.at(new LookupSettings.Openreview(HERE, Duration.ZERO));

    private static final Identifier FIRST = new Identifier("arxiv", "2205.00001");
    private static final Identifier SECOND = new Identifier("arxiv", "2205.00002");
    private static final Identifier DOI = new Identifier("doi", "10.5555/made.up(1)");

    @Test
    void arxivIsAskedForManyAtOnce() {
        assertThat(arxiv.question(List.of(FIRST, SECOND)))
                .hasToString("http://registry.test/api/query?max_results=2&id_list=2205.00001,2205.00002");
    }

    @Test
    void arxivAnswersAFeed() {
        var read = arxiv.read(bytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom">
                  <title>ArXiv Query</title>
                  <author><name>arXiv</name></author>
                  <entry>
                    <id>http://arxiv.org/abs/2205.00001v3</id>
                    <published>2022-05-27T17:53:09Z</published>
                    <title>A Title
                  on Two Lines</title>
                    <summary>  What it is about. </summary>
                    <author><name>Ada One</name></author>
                    <author><name>Ben Two</name></author>
                    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/XYZ</arxiv:doi>
                  </entry>
                  <entry>
                    <id>http://arxiv.org/api/errors#incorrect_id</id>
                    <title>Error</title>
                    <summary>incorrect id format</summary>
                  </entry>
                </feed>
                """), List.of(FIRST, SECOND));
        assertThat(read).containsOnlyKeys(FIRST);
        var paper = only(read);
        assertThat(paper.title()).isEqualTo("A Title on Two Lines");
        assertThat(paper.authors()).containsExactly(Author.named("Ada One"), Author.named("Ben Two"));
        assertThat(paper.venue()).isEqualTo("arXiv");
        assertThat(paper.year()).isEqualTo(2022);
        assertThat(paper.abstractText()).isEqualTo("What it is about.");
        assertThat(paper.identifiers()).containsExactly(FIRST, new Identifier("doi", "10.5555/xyz"));
        assertThat(paper.links().getFirst().url()).isEqualTo("https://arxiv.org/abs/2205.00001");
    }

    @Test
    void aFeedIsReadWithoutEntitiesOfItsOwn() {
        assertThatThrownBy(() -> arxiv.read(bytes("""
                        <!DOCTYPE feed [<!ENTITY file SYSTEM "file:///etc/hostname">]>
                        <feed><entry><id>http://arxiv.org/abs/2205.00001</id><title>&file;</title></entry></feed>
                        """), List.of(FIRST))).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void crossrefAnswersAWork() {
        assertThat(crossref.question(List.of(DOI))).hasToString("http://registry.test/works/10.5555%2Fmade.up%281%29");
        var paper = only(crossref.read(bytes("""
                {"status": "ok", "message": {
                  "title": ["On <i>Things</i>"], "container-title": ["Proceedings of Things"],
                  "author": [{"given": "Ada", "family": "One", "ORCID": "http://orcid.org/0000-0002-1825-0097"},
                             {"name": "The Things Group"}],
                  "issued": {"date-parts": [[2021, 6]]},
                  "abstract": "<jats:p>What it is about.</jats:p>"}}
                """), List.of(DOI)));
        assertThat(paper.title()).isEqualTo("On Things");
        assertThat(paper.authors())
                .containsExactly(new Author("Ada One", "0000-0002-1825-0097"), Author.named("The Things Group"));
        assertThat(paper.venue()).isEqualTo("Proceedings of Things");
        assertThat(paper.year()).isEqualTo(2021);
        assertThat(paper.abstractText()).isEqualTo("What it is about.");
    }

    @Test
    void dataciteAnswersAResource() {
        var paper = only(datacite.read(bytes("""
                {"data": {"attributes": {
                  "titles": [{"title": "A Data Paper"}], "publisher": "Zenodo", "publicationYear": 2020,
                  "creators": [{"name": "One, Ada", "givenName": "Ada", "familyName": "One",
                                "nameIdentifiers": [{"nameIdentifier": "https://orcid.org/0000-0002-1825-0097"}]}],
                  "descriptions": [{"descriptionType": "Other", "description": "no"},
                                   {"descriptionType": "Abstract", "description": "<p>Yes.</p>"}]}}}
                """), List.of(DOI)));
        assertThat(paper.title()).isEqualTo("A Data Paper");
        assertThat(paper.authors()).containsExactly(new Author("Ada One", "0000-0002-1825-0097"));
        assertThat(paper.venue()).isEqualTo("Zenodo");
        assertThat(paper.year()).isEqualTo(2020);
        assertThat(paper.abstractText()).isEqualTo("Yes.");
    }

    @Test
    void openreviewAnswersANote() {
        var id = new Identifier("openreview", "aBcD123");
        var paper = only(openreview.read(bytes("""
                {"notes": [{"id": "aBcD123", "cdate": 1672531200000, "content": {
                  "title": {"value": "A Reviewed Paper"}, "authors": {"value": ["Ada One", "Ben Two"]},
                  "venue": {"value": "ICLR 2024 poster"}, "abstract": {"value": "What it is about."}}}]}
                """), List.of(id)));
        assertThat(paper.title()).isEqualTo("A Reviewed Paper");
        assertThat(paper.authors()).containsExactly(Author.named("Ada One"), Author.named("Ben Two"));
        assertThat(paper.venue()).isEqualTo("ICLR");
        assertThat(paper.year()).isEqualTo(2024);
    }

    @Test
    void whereAPaperWasOnlySubmittedToIsNotItsVenue() {
        var id = new Identifier("openreview", "aBcD123");
        var paper = only(openreview.read(bytes("""
                {"notes": [{"id": "aBcD123", "cdate": 1672531200000, "content": {
                  "title": {"value": "A Paper"}, "venue": {"value": "Submitted to ICLR 2024"}}}]}
                """), List.of(id)));
        assertThat(paper.venue()).isNull();
        assertThat(paper.year()).isEqualTo(2023);
    }

    @Test
    void anAnswerWithoutATitleSaysNothing() {
        assertThat(crossref.read(bytes("{\"message\": {\"title\": []}}"), List.of(DOI)))
                .isEmpty();
        assertThat(datacite.read(bytes("[]"), List.of(DOI))).isEmpty();
    }

    @Test
    void anAnswerInAnotherFormatIsNotRead() {
        assertThatThrownBy(() -> crossref.read(bytes("<html>"), List.of(DOI))).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> arxiv.read(bytes("Rate exceeded."), List.of(FIRST)))
                .isInstanceOf(UnreadableAnswer.class);
    }

    private static PaperFields only(Map<Identifier, PaperFields> answers) {
        assertThat(answers).hasSize(1);
        return answers.values().iterator().next();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
