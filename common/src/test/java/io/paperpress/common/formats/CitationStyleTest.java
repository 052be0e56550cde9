package io.paperpress.common.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.testing.Papers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected references are written by hand after each manual. */
class CitationStyleTest {

    private static final Identifier ARXIV = new Identifier("arxiv", "2306.14048");
    private static final Identifier DOI = new Identifier("doi", "10.5555/3666122.3667628");

    @Test
    void aPaperOfProceedingsByOneAuthor() {
        assertThat(cited(Papers.titled("A Title")
                        .withAuthors("Donald E. Knuth")
                        .withVenue("ICML")
                        .withYear(2024)
                        .withIdentifiers(DOI)))
                .containsExactlyEntriesOf(styles(
                        "Knuth, D. E. (2024). A Title. In ICML. https://doi.org/10.5555/3666122.3667628",
                        "D. E. Knuth, “A Title,” in ICML, 2024, doi: 10.5555/3666122.3667628.",
                        "Donald E. Knuth. 2024. A Title. In ICML. https://doi.org/10.5555/3666122.3667628",
                        "Knuth, Donald E. “A Title.” ICML, 2024, https://doi.org/10.5555/3666122.3667628.",
                        "Knuth, Donald E. 2024. “A Title.” In ICML. https://doi.org/10.5555/3666122.3667628."));
    }

    @Test
    void anArticleOfAJournalByTwo() {
        assertThat(cited(Papers.titled("On Both")
                        .withAuthors("Ada Byron", "Jean-Pierre Serre")
                        .withVenue("JMLR")
                        .withYear(2021)))
                .containsExactlyEntriesOf(styles(
                        "Byron, A., & Serre, J.-P. (2021). On Both. JMLR.",
                        "A. Byron and J.-P. Serre, “On Both,” JMLR, 2021.",
                        "Ada Byron and Jean-Pierre Serre. 2021. On Both. JMLR (2021).",
                        "Byron, Ada, and Jean-Pierre Serre. “On Both.” JMLR, 2021.",
                        "Byron, Ada, and Jean-Pierre Serre. 2021. “On Both.” JMLR."));
    }

    @Test
    void aPreprintByThreeWithAParticleASuffixAndAnOrganisation() {
        assertThat(cited(Papers.titled("A Preprint")
                        .withAuthors("Laurens van der Maaten", "Martin Luther King Jr.", "Qwen Team")
                        .withVenue("arXiv")
                        .withYear(2023)
                        .withIdentifiers(ARXIV)))
                .containsExactlyEntriesOf(styles(
                        "van der Maaten, L., King, M. L., Jr., & Qwen Team. (2023). A Preprint (arXiv:2306.14048)."
                                + " arXiv. https://arxiv.org/abs/2306.14048",
                        "L. van der Maaten, M. L. King Jr., and Qwen Team, “A Preprint,” arXiv:2306.14048, 2023."
                                + " [Online]. Available: https://arxiv.org/abs/2306.14048",
                        "Laurens van der Maaten, Martin Luther King Jr., and Qwen Team. 2023. A Preprint."
                                + " arXiv:2306.14048. Retrieved from https://arxiv.org/abs/2306.14048",
                        "van der Maaten, Laurens, et al. “A Preprint.” arXiv, 2023,"
                                + " https://arxiv.org/abs/2306.14048.",
                        "van der Maaten, Laurens, Martin Luther King Jr., and Qwen Team. 2023. “A Preprint.”"
                                + " Preprint, arXiv. https://arxiv.org/abs/2306.14048."));
    }

    @Test
    void aSuffixStandsBehindTheGivenNameWhereTheNameIsTurned() {
        assertThat(cited(Papers.titled("A Dream")
                        .withAuthors("Martin Luther King Jr.")
                        .withVenue("ACL")
                        .withYear(2020)))
                .containsExactlyEntriesOf(styles(
                        "King, M. L., Jr. (2020). A Dream. In ACL.",
                        "M. L. King Jr., “A Dream,” in ACL, 2020.",
                        "Martin Luther King Jr. 2020. A Dream. In ACL.",
                        "King, Martin Luther, Jr. “A Dream.” ACL, 2020.",
                        "King, Martin Luther, Jr. 2020. “A Dream.” In ACL."));
    }

    @Test
    void twentyAuthorsAreAllNamedByApa() {
        assertThat(cited(Papers.titled("By Twenty")
                        .withAuthors(names(20))
                        .withVenue("ICML")
                        .withYear(2024)))
                .containsExactlyEntriesOf(styles(
                        "FamA, G., FamB, G., FamC, G., FamD, G., FamE, G., FamF, G., FamG, G., FamH, G., FamI, G.,"
                                + " FamJ, G., FamK, G., FamL, G., FamM, G., FamN, G., FamO, G., FamP, G., FamQ, G.,"
                                + " FamR, G., FamS, G., & FamT, G. (2024). By Twenty. In ICML.",
                        "G. FamA et al., “By Twenty,” in ICML, 2024.",
                        "Gi FamA, Gi FamB, Gi FamC, Gi FamD, Gi FamE, Gi FamF, Gi FamG, Gi FamH, Gi FamI, Gi FamJ,"
                                + " Gi FamK, Gi FamL, Gi FamM, Gi FamN, Gi FamO, Gi FamP, Gi FamQ, Gi FamR, Gi FamS,"
                                + " and Gi FamT. 2024. By Twenty. In ICML.",
                        "FamA, Gi, et al. “By Twenty.” ICML, 2024.",
                        "FamA, Gi, Gi FamB, Gi FamC, et al. 2024. “By Twenty.” In ICML."));
    }

    @Test
    void ofTwentyFiveApaNamesNineteenAndTheLast() {
        assertThat(cited(Papers.titled("By Many")
                        .withAuthors(names(25))
                        .withVenue("ICML")
                        .withYear(2024)))
                .containsEntry(
                        "apa",
                        "FamA, G., FamB, G., FamC, G., FamD, G., FamE, G., FamF, G., FamG, G., FamH, G., FamI, G.,"
                                + " FamJ, G., FamK, G., FamL, G., FamM, G., FamN, G., FamO, G., FamP, G., FamQ, G.,"
                                + " FamR, G., FamS, G., . . . FamY, G. (2024). By Many. In ICML.")
                .containsEntry("mla", "FamA, Gi, et al. “By Many.” ICML, 2024.");
    }

    @Test
    void sixAreAllNamedByIeeeAndChicagoSevenAreNot() {
        assertThat(cited(Papers.titled("By Six")
                        .withAuthors(names(6))
                        .withVenue("ICML")
                        .withYear(2024)))
                .containsEntry(
                        "ieee", "G. FamA, G. FamB, G. FamC, G. FamD, G. FamE, and G. FamF, “By Six,” in ICML, 2024.")
                .containsEntry(
                        "chicago",
                        "FamA, Gi, Gi FamB, Gi FamC, Gi FamD, Gi FamE, and Gi FamF. 2024. “By Six.” In ICML.");
        assertThat(cited(Papers.titled("By Seven")
                        .withAuthors(names(7))
                        .withVenue("ICML")
                        .withYear(2024)))
                .containsEntry("ieee", "G. FamA et al., “By Seven,” in ICML, 2024.")
                .containsEntry("chicago", "FamA, Gi, Gi FamB, Gi FamC, et al. 2024. “By Seven.” In ICML.");
    }

    @Test
    void withoutAYear() {
        assertThat(cited(Papers.titled("Of No Year").withAuthors("Ada Byron").withVenue("ICML")))
                .containsExactlyEntriesOf(styles(
                        "Byron, A. (n.d.). Of No Year. In ICML.",
                        "A. Byron, “Of No Year,” in ICML.",
                        "Ada Byron. [n. d.]. Of No Year. In ICML.",
                        "Byron, Ada. “Of No Year.” ICML.",
                        "Byron, Ada. n.d. “Of No Year.” In ICML."));
    }

    @Test
    void withoutAVenueOrAnAuthor() {
        assertThat(cited(Papers.titled("Found Somewhere")
                        .withYear(2022)
                        .withLinks(new Link(Link.PAPER, null, "https://example.org/a?b=1&c=2"))))
                .containsExactlyEntriesOf(styles(
                        "Found Somewhere. (2022). https://example.org/a?b=1&c=2",
                        "“Found Somewhere,” 2022. [Online]. Available: https://example.org/a?b=1&c=2",
                        "2022. Found Somewhere. Retrieved from https://example.org/a?b=1&c=2",
                        "“Found Somewhere.” 2022, https://example.org/a?b=1&c=2.",
                        "“Found Somewhere.” 2022. https://example.org/a?b=1&c=2."));
    }

    @Test
    void withNothingButATitle() {
        assertThat(cited(Papers.titled("Alone")))
                .containsExactlyEntriesOf(
                        styles("Alone. (n.d.).", "“Alone.”", "[n. d.]. Alone.", "“Alone.”", "“Alone.” n.d."));
    }

    @Test
    void aTitleThatAsksEndsItsSentenceItself() {
        assertThat(cited(Papers.titled("Is It True?")
                        .withAuthors("Ada Byron")
                        .withVenue("ICML")
                        .withYear(2024)))
                .containsExactlyEntriesOf(styles(
                        "Byron, A. (2024). Is It True? In ICML.",
                        "A. Byron, “Is It True?” in ICML, 2024.",
                        "Ada Byron. 2024. Is It True? In ICML.",
                        "Byron, Ada. “Is It True?” ICML, 2024.",
                        "Byron, Ada. 2024. “Is It True?” In ICML."));
    }

    @Test
    void mathIsSaidAsTextWhereTextCanSayIt() {
        assertThat(title("H$_2$O")).isEqualTo("H₂O");
        assertThat(title("Beyond $O(n^{2})$ with $\\lambda$-Steps")).isEqualTo("Beyond O(n²) with λ-Steps");
        assertThat(title("$\\mathrm{SO}(3)$ at \\$5")).isEqualTo("SO(3) at $5");
        assertThat(title("A $\\frac{1}{2}$ Title")).isEqualTo("A $\\frac{1}{2}$ Title");
        assertThat(title("From $5 to $$")).isEqualTo("From $5 to $$");
    }

    @Test
    void quotationMarksWithinQuotationMarksAreSingle() {
        assertThat(cited(Papers.titled("On \"Truth\" and “Lies”").withYear(2024)))
                .containsEntry("mla", "“On ‘Truth’ and ‘Lies’.” 2024.")
                .containsEntry("apa", "On \"Truth\" and “Lies”. (2024).");
    }

    @Test
    void organisationsAndSingleNamesAreNotTurned() {
        assertThat(cited(Papers.titled("T")
                        .withAuthors("DeepSeek-AI")
                        .withVenue("ICML")
                        .withYear(2024)))
                .containsEntry("apa", "DeepSeek-AI. (2024). T. In ICML.")
                .containsEntry("mla", "DeepSeek-AI. “T.” ICML, 2024.");
        assertThat(cited(Papers.titled("T")
                        .withAuthors("Research, Inc.")
                        .withVenue("ICML")
                        .withYear(2024)))
                .containsEntry("chicago", "Research, Inc. 2024. “T.” In ICML.");
    }

    @Test
    void aPaperWithoutATitleIsCitedByItsIdentifier() {
        assertThat(title(null)).isEqualTo("Untitled");
        assertThat(cited(Papers.titled(null).withIdentifiers(ARXIV)))
                .containsEntry("mla", "“arXiv:2306.14048.” arXiv, https://arxiv.org/abs/2306.14048.");
    }

    @Test
    void htmlHasItalicsAndNothingOfThePaperInIt() {
        assertThat(CitationStyle.MLA
                        .cite(Papers.titled("<b>A & \"B\"</b>")
                                .withVenue("<i>V")
                                .fields())
                        .html())
                .isEqualTo("“&lt;b&gt;A &amp; ‘B’&lt;/b&gt;.” <i>&lt;i&gt;V</i>.");
    }

    private static String title(@org.jspecify.annotations.Nullable String title) {
        return CitedWork.of(Papers.titled(title).fields()).title();
    }

    private static String[] names(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> "Gi Fam" + (char) ('A' + n))
                .toArray(String[]::new);
    }

    private static Map<String, String> cited(Papers paper) {
        var cited = new TreeMap<String, String>();
        for (CitationStyle style : CitationStyle.values()) {
            cited.put(style.slug(), style.cite(paper.fields()).text());
        }
        return cited;
    }

    private static Map<String, String> styles(String apa, String ieee, String acm, String mla, String chicago) {
        return new TreeMap<>(Map.of("apa", apa, "ieee", ieee, "acm", acm, "mla", mla, "chicago", chicago));
    }
}
