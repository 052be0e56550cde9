package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Merging is the union of what was said; undoing it takes back exactly that. */
class MergeAlgebraTest {

    private static final int ROUNDS = 200;

    private final Catalogue catalogue = new Catalogue(Clock.systemUTC(), paper -> true);

    @Test
    void theOrderOfMergesDoesNotMatter() {
        for (int round = 0; round < ROUNDS; round++) {
            var a = paper(round, "a");
            var b = paper(round, "b");
            var c = paper(round, "c");
            var first = merged(c, merged(b, a));
            var second = merged(b, merged(c, a));
            var third = merged(merged(c, b), a);
            assertThat(List.of(shown(second), shown(third)))
                    .as("round %d", round)
                    .containsOnly(shown(first));
            assertThat(List.of(IdentityKeys.of(second), IdentityKeys.of(third))).containsOnly(IdentityKeys.of(first));
            assertThat(shown(merged(a, merged(b, c)))).isEqualTo(shown(first)); // whichever survives
        }
    }

    @Test
    void aMergeThatIsUndoneWasNever() {
        for (int round = 0; round < ROUNDS; round++) {
            var a = edited(paper(round, "a"), "2030");
            var b = paper(round, "b");
            var c = paper(round, "c");
            var linked = catalogue.linkVersion(b, a);
            var gone = edited(a, "2031");
            var survivor = merged(gone, linked);
            var both = merged(c, survivor);

            var withoutC = catalogue.without(both, c, Set.of(), "undo");
            assertThat(state(withoutC)).as("round %d", round).isEqualTo(state(survivor));
            var withoutA = catalogue.without(both, gone, Set.of(), "undo");
            var onlyC = catalogue.without(withoutA, c, Set.of(), "undo");
            assertThat(onlyC.claims()).isEqualTo(b.claims());
        }
    }

    @Test
    void whatWasSaidSinceAMergeStaysWithTheSurvivor() {
        for (int round = 0; round < ROUNDS; round++) {
            var a = paper(round, "a");
            var b = paper(round, "b");
            var later = new RandomWords(round, "later").some(1).getFirst();
            var after = catalogue.add(merged(a, b), later).paper();
            var parted = catalogue.without(after, a, Set.of(), "undo");
            assertThat(parted.claims().sources())
                    .containsAll(b.claims().sources())
                    .doesNotContainAnyElementsOf(a.claims().sources());
            assertThat(parted.claims().sources().size() - b.claims().sources().size())
                    .isEqualTo(after.claims().sources().size()
                            - merged(a, b).claims().sources().size());
        }
    }

    @Test
    void versionsComeTogetherAndPartAgain() {
        var a = catalogue.linkVersion(paper(1, "a"), paper(2, "v"));
        var both = catalogue.linkVersion(catalogue.linkVersion(paper(3, "b"), paper(2, "v")), a);
        var alone = catalogue.linkVersion(paper(4, "b"), paper(5, "w"));
        a = catalogue.linkVersion(a, both);

        var merged = catalogue.merge(a, both, "m", null);
        assertThat(merged.gone().standing()).isEqualTo(new Merged(both.id(), null));
        assertThat(merged.survivor().versions()).containsExactly(paper(2, "v").id());
        assertThat(catalogue
                        .without(merged.survivor(), a, Set.of(paper(2, "v").id()), "u")
                        .versions())
                .isEqualTo(both.versions());
        var other = catalogue.merge(a, alone, "m", null).survivor();
        assertThat(catalogue.without(other, a, Set.of(paper(5, "w").id()), "u").versions())
                .isEqualTo(alone.versions());
    }

    private Paper paper(long seed, String name) {
        List<PaperSubmitted> words = new RandomWords(seed * 7 + name.hashCode(), name + seed + "-").some(3);
        var paper = catalogue.create(words.getFirst(), List.of()).paper();
        for (PaperSubmitted word : words) {
            paper = catalogue.add(paper, word).paper();
        }
        return paper;
    }

    private Paper edited(Paper paper, String change) {
        var values = new PaperFields(
                null, null, List.of(), List.of(), "Edited", null, null, List.of(), List.of(), List.of(), null,
                List.of(), null, null);
        return catalogue.edit(paper, "change" + change, "nora", values, List.of("year"));
    }

    private Paper merged(Paper gone, Paper survivor) {
        return catalogue.merge(gone, survivor, "merge", null).survivor();
    }

    private static PaperFields shown(Paper paper) {
        return paper.claims().shown();
    }

    private static Set<Object> state(Paper paper) {
        return Stream.of(paper.claims(), paper.versions(), paper.standing()).collect(Collectors.toSet());
    }
}
