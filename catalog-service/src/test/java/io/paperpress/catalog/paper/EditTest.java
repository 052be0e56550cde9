package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.testing.Said;
import io.paperpress.catalog.testing.Words;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditTest {

    private static final Link CODE = new Link(Link.CODE, null, "https://github.com/a/b");

    private final Catalogue catalogue = new Catalogue(Clock.systemUTC(), paper -> true);
    private int changes;

    @Test
    void whatAMaintainerSaysIsShownWhoeverSaysOtherwiseLater() {
        var paper = edit(
                listed(Said.of("X").in("arXiv", 2024)),
                Set.of("venue"),
                Said.of(null).in("ICLR"));
        assertThat(add(paper, Said.of("X").in("NeurIPS").from("bob"))
                        .claims()
                        .shown()
                        .venue())
                .isEqualTo("ICLR");
        assertThat(edit(paper, Set.of("venue"), Said.of(null).in("ICML"))
                        .claims()
                        .shown()
                        .venue())
                .isEqualTo("ICML");
    }

    @Test
    void aValueThatIsTakenAwayStaysAway() {
        var paper = edit(listed(Said.of("X").in("arXiv", 2024)), Set.of("venue"), Said.of(null));
        assertThat(paper.claims().shown().venue()).isNull();
        assertThat(paper.claims().shown().year()).isEqualTo(2024);
        assertThat(add(paper, Said.of("X").in("NeurIPS").from("bob"))
                        .claims()
                        .shown()
                        .venue())
                .isNull();
        assertThat(edit(paper, Set.of("venue"), Said.of(null).in("ICLR"))
                        .claims()
                        .shown()
                        .venue())
                .isEqualTo("ICLR");
    }

    @Test
    void oneLinkOfSeveralIsTakenAwayAndNewOnesStillCome() {
        var paper = listed(Said.of("X").link("https://x.org/wrong").link(Link.CODE, "https://github.com/a/b"));
        var edited = edit(paper, Set.of("links"), Said.of(null).link(Link.CODE, "https://github.com/a/b"));
        assertThat(edited.claims().shown().links()).containsExactly(CODE);
        var later = add(edited, Said.of("X").link("https://x.org/wrong").link("https://x.org/right"));
        assertThat(later.claims().shown().links())
                .containsExactly(CODE, new Link(Link.PAPER, null, "https://x.org/right"));
    }

    @Test
    void aLinkThatIsTakenAwayIsNotRecordedAgainAndAgain() {
        var paper = edit(listed(Said.of("X").link("https://x.org/wrong")), Set.of("links"), Said.of(null));
        assertThat(add(paper, Said.of("X").link("https://x.org/wrong"))).isEqualTo(paper);
    }

    @Test
    void anIdentifierThatIsDeniedIsNobodysNameForThePaper() {
        var paper = listed(Said.of("X")
                .link("https://arxiv.org/abs/2502.20766")
                .id("doi", "10.1000/1")
                .id("doi", "10.1000/2"));
        var edited = edit(
                paper,
                Set.of("identifiers"),
                Said.of(null),
                Map.of("arxiv", List.of(), "doi", List.of(new Identifier("doi", "10.1000/2"))));
        assertThat(edited.claims().identifiers()).containsExactly(new Identifier("doi", "10.1000/2"));
        assertThat(IdentityKeys.of(edited))
                .contains("doi:10.1000/2")
                .doesNotContain("arxiv:2502.20766", "doi:10.1000/1");
        var again = edit(
                edited,
                Set.of("links"),
                Said.of(null).link("https://arxiv.org/abs/2502.20766").link(Link.CODE, "https://github.com/a/b"));
        assertThat(again.claims().shown().links()).hasSize(2);
        assertThat(again.claims().identifiers()).containsExactly(new Identifier("doi", "10.1000/2"));
        var back = edit(
                again,
                Set.of("identifiers"),
                Said.of(null),
                Map.of("arxiv", List.of(new Identifier("arxiv", "2502.20766"))));
        assertThat(back.claims().identifiers()).contains(new Identifier("arxiv", "2502.20766"));
    }

    @Test
    void anEditThatSaysWhatIsShownIsNone() {
        var paper = listed(
                Said.of("X").by("A B").in("ICLR", 2025).link("https://x.org/1").id("doi", "10.1000/1"));
        var shown = paper.claims().shown();
        var everything = Set.of("title", "authors", "venue", "year", "links", "identifiers", "abstract", "keywords");
        assertThat(Edit.of(
                                paper.claims(),
                                everything,
                                shown,
                                Map.of("doi", List.of(new Identifier("doi", "10.1000/1"))))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aMaintainersWordSettlesAConflict() {
        var paper = add(
                listed(Said.of("X").in("arXiv", 2024)),
                Said.of("X").in("ICLR", 2024).from("bob"));
        var inspection = new Inspection(Words.VOCABULARY);
        assertThat(inspection.findings(paper)).isNotEmpty();
        var settled = edit(paper, Set.of("venue"), Said.of(null).in("arXiv")); // as it is shown already
        assertThat(settled.revision()).isEqualTo(paper.revision() + 1);
        assertThat(inspection.findings(settled)).isEmpty();
        assertThat(settled.claims().conflicts(Words.VOCABULARY)).isEmpty();
        assertThat(edit(settled, Set.of("venue"), Said.of(null).in("arXiv"))).isEqualTo(settled);
    }

    @Test
    void aPlaceholderThatAMaintainerReplacedIsNoFindingAnyMore() {
        var paper = listed(Said.of("X").at("inst1"));
        var inspection = new Inspection(Words.VOCABULARY);
        assertThat(inspection.findings(paper)).hasSize(1);
        assertThat(inspection.findings(
                        edit(paper, Set.of("institutions"), Said.of(null).at("MIT"))))
                .isEmpty();
    }

    @Test
    void everyFieldKnowsWhoSaidIt() {
        var paper = add(
                listed(Said.of("X").in("arXiv", 2024).from("ada")),
                Said.of("X").in("ICLR").from("bob"));
        var edited = edit(paper, Set.of("venue", "year"), Said.of(null).in("ICML"));
        var venue = FieldClaims.of(edited.claims()).stream()
                .filter(field -> field.field().equals("venue"))
                .findFirst()
                .orElseThrow();
        assertThat(venue.said())
                .extracting(said -> said.claim().record().submitter() + " " + said.values() + " " + said.shown())
                .containsExactly("nora [ICML] [ICML]", "ada [arXiv] []", "bob [ICLR] []");
        var year = FieldClaims.of(edited.claims()).stream()
                .filter(field -> field.field().equals("year"))
                .findFirst()
                .orElseThrow();
        assertThat(year.said())
                .extracting(said -> said.claim().record().submitter() + " " + said.values() + " " + said.shown())
                .containsExactly("nora [] []", "ada [2024] []");
    }

    private Paper listed(Said said) {
        return catalogue.create(said.submitted(), List.of()).paper();
    }

    private Paper add(Paper paper, Said said) {
        return catalogue.add(paper, said.submitted()).paper();
    }

    private Paper edit(Paper paper, Set<String> named, Said said) {
        return edit(paper, named, said, Map.of());
    }

    private Paper edit(Paper paper, Set<String> named, Said said, Map<String, List<Identifier>> schemes) {
        PaperFields wanted = said.submitted().paper();
        var edit = Edit.of(paper.claims(), named, wanted, schemes);
        return edit.isEmpty()
                ? paper
                : catalogue.edit(paper, "change" + ++changes, "nora", edit.values(), edit.cleared());
    }
}
