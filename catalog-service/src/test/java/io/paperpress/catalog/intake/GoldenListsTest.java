package io.paperpress.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.identity.PaperMatcher;
import io.paperpress.catalog.identity.Recogniser;
import io.paperpress.catalog.identity.likeness.LikenessIndex;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Conflict;
import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.testing.Golden;
import io.paperpress.catalog.testing.Words;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.SubmissionEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two real lists come out as 357 papers, in whichever order they arrive. */
class GoldenListsTest {

    private static final int EFFICIENT = 295;
    private static final int MATERIALS = 84;
    private static final int SHARED = 22;

    private final Desk desk = new Desk(
            List.of(),
            new Recogniser(new PaperMatcher(Words.VOCABULARY), new LikenessIndex()),
            (one, other) -> false,
            new Catalogue(Clock.systemUTC(), paper -> false),
            new Validation(Clock.systemUTC()),
            new Inspection(Words.VOCABULARY),
            Clock.systemUTC());

    @Test
    void oneListIs295Papers() {
        assertThat(decisions(submit(Golden.efficientPapers()))).containsOnly(Map.entry(Decision.ACCEPTED, 295L));
    }

    @Test
    void theOtherIs84Papers() {
        submit(Golden.materials());
        assertThat(papers()).hasSize(MATERIALS);
    }

    @Test
    void bothAre357PapersWhicheverComesFirst() {
        submit(Golden.efficientPapers());
        submit(Golden.materials());
        assertThat(papers()).hasSize(EFFICIENT + MATERIALS - SHARED);
        assertThat(shared()).hasSize(SHARED);
    }

    @Test
    void bothAre357PapersTheOtherWayRound() {
        submit(Golden.materials());
        submit(Golden.efficientPapers());
        assertThat(papers()).hasSize(EFFICIENT + MATERIALS - SHARED);
        assertThat(shared()).hasSize(SHARED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothAre357PapersInAnyOrderOfThePapers(long seed) {
        var all = new ArrayList<>(Golden.efficientPapers());
        all.addAll(Golden.materials());
        Collections.shuffle(all, new Random(seed));
        submit(all);
        assertThat(papers()).hasSize(EFFICIENT + MATERIALS - SHARED);
        assertThat(shared()).hasSize(SHARED);
    }

    @Test
    void bothAgainChangeNothing() {
        submit(Golden.efficientPapers());
        submit(Golden.materials());
        int revisions = desk.revisions().size();
        var again = submit(Golden.again(Golden.materials()));
        again.addAll(submit(Golden.again(Golden.efficientPapers())));
        assertThat(decisions(again)).containsOnlyKeys(Decision.DUPLICATE);
        assertThat(desk.revisions()).hasSize(revisions);
    }

    @Test
    void theListsDisagreeOnTheVenueOfNineWorks() {
        submit(Golden.efficientPapers());
        submit(Golden.materials());
        assertThat(shared().stream()
                        .filter(paper -> paper.claims().conflicts(Words.VOCABULARY).stream()
                                .map(Conflict::field)
                                .anyMatch("venue"::equals)))
                .hasSize(9);
    }

    @Test
    void sparseIftStaysListedTwiceEachAVersionOfTheOther() {
        submit(Golden.efficientPapers());
        var versions =
                papers().stream().filter(paper -> !paper.versions().isEmpty()).toList();
        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().versions())
                .containsExactly(versions.getLast().id());
        assertThat(versions.getLast().versions())
                .containsExactly(versions.getFirst().id());
        assertThat(desk.doubts()).extracting(Finding::kind).containsExactly(Finding.Kind.VERSIONS);
    }

    private List<SubmissionDecided> submit(List<SubmissionEvent> events) {
        return events.stream()
                .filter(PaperSubmitted.class::isInstance)
                .map(PaperSubmitted.class::cast)
                .map(desk::decide)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Paper> papers() {
        return List.copyOf(desk.changed());
    }

    /** Papers of which both lists speak. */
    private List<Paper> shared() {
        return papers().stream()
                .filter(paper -> Stream.of("path:", "list:")
                        .allMatch(prefix -> paper.claims().sources().stream()
                                .anyMatch(source -> source.source().key().startsWith(prefix))))
                .toList();
    }

    private static Map<Decision, Long> decisions(List<SubmissionDecided> decided) {
        var counts = new HashMap<Decision, Long>();
        decided.forEach(decision -> counts.merge(decision.decision(), 1L, Long::sum));
        return counts;
    }
}
