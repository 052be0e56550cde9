package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.Said;
import io.paperpress.catalog.testing.Words;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is shown follows from what was said and when, whichever way it came. */
class ClaimOrderTest {

    private static final int ROUNDS = 300;

    private final Catalogue catalogue = new Catalogue(Clock.systemUTC(), paper -> true);

    @Test
    void whatIsShownDoesNotDependOnTheOrderOfArrival() {
        Set<PaperFields> seen = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            var words = new RandomWords(round, "o").some(2 + round % 6);
            var inTime = arrived(words.stream()
                    .sorted(java.util.Comparator.comparing(PaperSubmitted::submittedAt))
                    .toList());
            for (int order = 0; order < 4; order++) {
                var shuffled = new ArrayList<>(words);
                Collections.shuffle(shuffled, new Random(round * 31L + order));
                var other = arrived(shuffled);
                assertThat(other.claims().shown())
                        .as("round %d, order %d", round, order)
                        .isEqualTo(inTime.claims().shown());
                assertThat(other.claims().conflicts(Words.VOCABULARY))
                        .extracting(Conflict::field)
                        .isEqualTo(inTime.claims().conflicts(Words.VOCABULARY).stream()
                                .map(Conflict::field)
                                .toList());
            }
            seen.add(inTime.claims().shown());
        }
        assertThat(seen).hasSizeGreaterThan(ROUNDS / 4); // the generator says something
    }

    private Paper arrived(List<PaperSubmitted> words) {
        var paper = catalogue.create(words.getFirst(), List.of()).paper();
        for (PaperSubmitted word : words.subList(1, words.size())) {
            paper = catalogue.add(paper, word).paper();
        }
        return paper;
    }

    @Test
    void anOlderWordThatComesLateIsHeardThoughItSaysNothingNew() {
        var paper = catalogue
                .create(
                        Said.of("X")
                                .in(2024)
                                .from("eve")
                                .when("2026-01-03T00:00:00Z")
                                .submitted(),
                        List.of())
                .paper();
        var late = catalogue.add(
                paper,
                Said.of("X").in(2024).from("ada").when("2026-01-01T00:00:00Z").submitted());
        assertThat(late.decision()).isEqualTo(Decision.UPDATED);
        var between = catalogue.add(
                late.paper(),
                Said.of("X").in(2023).from("bob").when("2026-01-02T00:00:00Z").submitted());
        assertThat(between.paper().claims().shown().year()).isEqualTo(2024);
    }
}
