package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.Remark;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    private final Validation validation =
            new Validation(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void aPaperWithATitleAloneIsAccepted() {
        assertThat(pointers(Said.of("A Title"))).isEmpty();
    }

    @Test
    void aPaperWithAnIdentifierAloneIsAccepted() {
        assertThat(pointers(Said.of(null).id("arxiv", "2502.20766"))).isEmpty();
        assertThat(pointers(Said.of(" ").link("https://openreview.net/forum?id=74c3Wwk8Tc")))
                .isEmpty();
    }

    @Test
    void aPaperWithNothingToResolveATitleFromIsRefused() {
        assertThat(pointers(Said.of(null).by("Tri Dao").link("https://example.org/x")))
                .containsExactly("/title");
        assertThat(pointers(Said.of(" \u200B"))).containsExactly("/title");
    }

    @ParameterizedTest
    @ValueSource(ints = {1900, 2026, 2027})
    void yearsFrom1900ToTheNextAreAccepted(int year) {
        assertThat(pointers(Said.of("A Title").in(year))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1899, 2028, 20255})
    void otherYearsAreRefused(int year) {
        assertThat(pointers(Said.of("A Title").in(year))).containsExactly("/year");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,hi",
                "ftp://example.org/x",
                "https://",
                "//example.org/x",
                "https:/example.org",
                "https://exa mple.org/",
                "http://[::1",
                "example.org/x"
            })
    void aLinkThatIsNotHttpOrDoesNotParseIsRefused(String url) {
        assertThat(pointers(Said.of("A Title").link("https://example.org").link(url)))
                .containsExactly("/links/1/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/x",
                " HTTP://example.org ",
                "https://example.org/a|b[1]",
                "https://müller.example/straße",
                "https://my_host.example.org/",
                "",
                " "
            })
    void aLinkThatABrowserFollowsOrThatIsEmptyIsAccepted(String url) {
        assertThat(pointers(Said.of("A Title").link(url))).isEmpty();
    }

    @Test
    void notesAndCoversMayBePathsOfTheArchive() {
        assertThat(pointers(Said.of("A Title")
                        .link("note", "./notes/2025/X/note.md")
                        .cover("./notes/fig 1.png")))
                .isEmpty();
        assertThat(pointers(Said.of("A Title").link("note", "javascript:1").cover("data:x")))
                .containsExactly("/links/0/url", "/cover");
    }

    @Test
    void textThatIsNoUnicodeIsRefusedWhereverItStands() {
        assertThat(pointers(Said.of("A \uD800 title"))).containsExactly("/title");
        assertThat(pointers(Said.of("A \uDC00 title"))).containsExactly("/title");
        assertThat(pointers(Said.of("A \u0000 title"))).containsExactly("/title");
        assertThat(pointers(Said.of("A 🦆").by("A", "B\uD800").placed("x", "l\uD800", "s\uD800")))
                .containsExactly("/authors/1", "/placements/0/label", "/placements/0/section/0");
    }

    @Test
    void aFieldOverItsLimitIsRefused() {
        assertThat(pointers(Said.of("x".repeat(Limits.TITLE)))).isEmpty();
        assertThat(pointers(Said.of("x".repeat(Limits.TITLE + 1)))).containsExactly("/title");
    }

    @Test
    void aListIsNamedByASlug() {
        assertThat(pointers(Said.of("A Title").placed("../etc", null))).containsExactly("/placements/0/list");
    }

    private List<String> pointers(Said said) {
        return validation.problems(said.submitted()).stream()
                .map(Remark::pointer)
                .map(String::valueOf)
                .toList();
    }
}
