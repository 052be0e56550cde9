package io.paperpress.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.AliasChanged;
import io.paperpress.common.events.KeywordChanged;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.ScopedName;
import io.paperpress.common.events.VenueChanged;
import io.paperpress.common.identity.NameFold;
import io.paperpress.common.testing.Papers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names that change while their papers stay: labels, colours, and addresses of groups that have another name now. */
class NamesIT extends WithRenderService {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aPageThatHasAnotherNameNowIsRedirectedUntilTheAliasIsGone() throws Exception {
        var paper = Papers.titled("Moved with Its Institution").withInstitutions("Oldname Inst");
        tell(paper.catalogued("renamed00001", 1));
        assertThat(get("/institutions/oldname-inst/").statusCode()).isEqualTo(200);

        tell(alias(NameKind.INSTITUTION, "Oldname Inst", 1, "Newname Institute"));
        tell(paper.withInstitutions("Newname Institute").catalogued("renamed00001", 2));
        for (var old : List.of(
                "/institutions/oldname-inst/",
                "/institutions/oldname-inst",
                "/institutions/oldname-inst/page/3/",
                "/institutions/oldname-inst/feed.xml")) {
            var answer = get(old);
            assertThat(answer.statusCode()).as(old).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location")).contains("/institutions/newname-institute/");
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("no-cache"));
        }
        assertThat(get("/institutions/").body()).doesNotContain("oldname-inst");

        tell(alias(NameKind.INSTITUTION, "Oldname Inst", 2, null));
        tell(paper.withInstitutions("Oldname Inst").catalogued("renamed00001", 3));
        assertThat(get("/institutions/oldname-inst/").statusCode()).isEqualTo(200);
        assertThat(get("/institutions/newname-institute/").statusCode()).isEqualTo(404);
    }

    @Test
    void aChainOfNamesLeadsToItsEndAndASplitNameNowhere() throws Exception {
        tell(alias(NameKind.AUTHOR, "First Nåme", 1, "Second Name"));
        tell(alias(NameKind.AUTHOR, "Second Name", 1, "Third Name"));
        tell(new AliasChanged(
                NameKind.AUTHOR,
                "Many People",
                "many people",
                1,
                AT,
                "change",
                null,
                List.of(
                        new ScopedName("Third Name", null, List.of("x")),
                        new ScopedName("Fourth Name", null, List.of("y")))));
        tell(Papers.titled("By Somebody of Three Names")
                .withAuthors("Third Name")
                .catalogued("renamed00002", 1));

        assertThat(get("/authors/first-name/").headers().firstValue("Location")).contains("/authors/third-name/");
        assertThat(get("/authors/many-people/").statusCode()).isEqualTo(404);
        assertThat(get("/authors/nobody-at-all/").statusCode()).isEqualTo(404);
    }

    @Test
    void anOlderRevisionOfAWordChangesNothing() throws Exception {
        tell(new KeywordChanged("stale_word", 3, AT, "change", "Newest Label", 70, null));
        tell(new KeywordChanged("stale_word", 2, AT, "change", "Older Label", 71, null));
        assertThat(jdbc.sql("select label from keyword where id = 'stale_word'")
                        .query(String.class)
                        .single())
                .isEqualTo("Newest Label");
    }

    @Test
    void aKeywordThatIsCalledOtherwiseIsCalledSoOnEveryPage() throws Exception {
        tell(Papers.titled("About a Relabelled Word")
                .withKeywords("relabelled")
                .withPath("meta/2025/Relabelled.prototxt")
                .catalogued("relabelled01", 1));
        settled();
        assertThat(get("/keywords/relabelled/").body()).contains("<h1>relabelled</h1>");
        assertThat(get("/markdown/cls_keyword.md").body()).contains("<b>relabelled</b>");

        tell(new KeywordChanged("relabelled", 1, AT, "change", "Called Otherwise", 8, null));
        settled();
        for (var page : List.of("/keywords/relabelled/", "/papers/relabelled01/", "/keywords/", "/")) {
            assertThat(get(page).body()).as(page).contains("Called Otherwise");
        }
        assertThat(get("/markdown/cls_keyword.md").body()).contains("<b>07-Called Otherwise</b>");
        tell(new KeywordChanged("relabelled", 2, AT, "change", "Called Otherwise", 18, null));
        settled();
        assertThat(get("/markdown/cls_keyword.md").body()).contains("<b>17-Called Otherwise</b>");
        tell(new KeywordChanged("relabelled", 3, AT, "change", null, 0, null));
        settled();
        assertThat(get("/keywords/").body()).contains("relabelled").doesNotContain("Called Otherwise");
    }

    @Test
    void aNewColourChangesTheStylesheetAndTheBadgesAndNoPage() throws Exception {
        var papers = new ArrayList<PaperEvent>();
        for (int i = 0; i < 3; i++) {
            papers.add(Papers.titled("In Colour " + i)
                    .withVenue("Colour-Conf")
                    .withYear(2024)
                    .withPath("meta/2024/Colour%d.prototxt".formatted(i))
                    .catalogued("coloured000" + i, 1));
        }
        tell(papers.toArray(PaperEvent[]::new));
        settled();
        assertThat(get("/markdown/cls_publication.md").body()).contains("badge/2024-Colour-Conf-green)");
        var before = files();

        tell(venue(1, "ABCDEF"));
        settled();
        assertThat(get("/venues.css").body()).contains(".v-colour-conf{background:#abcdef");
        assertThat(get("/markdown/cls_publication.md").body())
                .contains("badge/2024-Colour-Conf-ABCDEF)")
                .doesNotContain("Colour-Conf-green");
        assertThat(differing(before, files())).allMatch(file -> file.equals("venues.css") || file.endsWith(".md"));
        tell(venue(2, null));
        settled();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(get("/markdown/README.md").body()).contains("Colour-Conf-green)"));
        assertThat(get("/venues.css").body()).doesNotContain("colour-conf");
    }

    private static VenueChanged venue(long revision, @Nullable String colour) {
        return new VenueChanged(
                "Colour-Conf", revision, AT, "change", colour, colour == null ? null : "conference", List.of());
    }

    private static AliasChanged alias(NameKind kind, String name, long revision, @Nullable String canonical) {
        return new AliasChanged(
                kind, name, Objects.requireNonNull(NameFold.of(name)), revision, AT, "change", canonical, List.of());
    }
}
