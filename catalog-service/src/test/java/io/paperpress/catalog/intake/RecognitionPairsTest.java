package io.paperpress.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.identity.PaperMatcher;
import io.paperpress.catalog.identity.Recogniser;
import io.paperpress.catalog.identity.likeness.LikenessIndex;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.testing.Golden;
import io.paperpress.catalog.testing.Pairs;
import io.paperpress.catalog.testing.Pairs.Pair;
import io.paperpress.catalog.testing.Pairs.Truth;
import io.paperpress.catalog.testing.Words;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.SubmissionDecided;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pairs of submissions of which people know what they are to each other, through all that decides on them. */
class RecognitionPairsTest {

    /** What recognition made of a pair, both ways round. */
    private record Answer(Pair pair, boolean merged, boolean proposed) {

        boolean found() {
            return merged || proposed;
        }
    }

    private final List<Answer> answers = Pairs.all().stream()
            .flatMap(pair ->
                    Stream.of(answer(pair, pair.first(), pair.second()), answer(pair, pair.second(), pair.first())))
            .toList();

    @Test
    void thereAreEnoughPairsOfEitherKind() {
        assertThat(Pairs.all()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(Pairs.all())
                .filteredOn(pair -> pair.truth() == Truth.DIFFERENT)
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void noTwoWorksAreMerged() {
        System.out.println(report());
        assertThat(answers)
                .filteredOn(answer -> answer.pair().truth() != Truth.SAME)
                .filteredOn(Answer::merged)
                .map(RecognitionPairsTest::told)
                .isEmpty();
    }

    @Test
    void almostAllThatIsOneWorkIsRecognisedOrProposed() {
        var one = answers.stream()
                .filter(answer -> answer.pair().truth() != Truth.DIFFERENT)
                .toList();
        var missed = one.stream().filter(answer -> !answer.found()).toList();
        assertThat(missed.size())
                .as(missed.stream().map(RecognitionPairsTest::told).collect(Collectors.joining("\n")))
                .isLessThanOrEqualTo(one.size() * 2 / 100);
    }

    @Test
    void mostProposalsAreWorthALook() {
        var proposed = answers.stream().filter(Answer::proposed).toList();
        var wrong = proposed.stream()
                .filter(answer -> answer.pair().truth() == Truth.DIFFERENT)
                .toList();
        assertThat(wrong.size())
                .as(wrong.stream().map(RecognitionPairsTest::told).collect(Collectors.joining("\n")))
                .isLessThanOrEqualTo(proposed.size() * 15 / 100);
    }

    @Test
    void listsOfHundredsOfWorksDoNotDrownTheirCurator() {
        var desk = desk();
        var papers = Stream.concat(Golden.efficientPapers().stream(), Golden.materials().stream())
                .filter(PaperSubmitted.class::isInstance)
                .map(PaperSubmitted.class::cast)
                .toList();
        papers.forEach(desk::decide);
        assertThat(desk.doubts())
                .as(desk.doubts().stream().map(doubt -> told(desk, doubt)).collect(Collectors.joining("\n")))
                .hasSizeLessThanOrEqualTo(papers.size() / 50);
    }

    private static String told(Desk desk, Finding doubt) {
        var titles = desk.papers().values().stream()
                .filter(paper ->
                        paper.id().equals(doubt.paperId()) || paper.id().equals(doubt.otherPaperId()))
                .map(paper -> String.valueOf(paper.claims().shown().title()))
                .collect(Collectors.joining(" / "));
        return titles + ": " + doubt.remark().message();
    }

    private static Answer answer(Pair pair, PaperSubmitted listed, PaperSubmitted said) {
        var desk = desk();
        var first = desk.decide(listed);
        var second = desk.decide(said);
        assertThat(second.problems()).as("line %d", pair.line()).isEmpty();
        String id = String.valueOf(first.paperId());
        return new Answer(
                pair,
                id.equals(second.paperId()),
                !id.equals(second.paperId()) && proposals(second).contains(id));
    }

    private static List<String> proposals(SubmissionDecided decided) {
        return decided.duplicatesOf().stream().map(PossibleDuplicate::paperId).toList();
    }

    private static Desk desk() {
        return new Desk(
                List.of(),
                new Recogniser(new PaperMatcher(Words.VOCABULARY), new LikenessIndex()),
                (one, other) -> false,
                new Catalogue(Clock.systemUTC(), paper -> true),
                new Validation(Clock.systemUTC()),
                new Inspection(Words.VOCABULARY),
                Clock.systemUTC());
    }

    private static String told(Answer answer) {
        var pair = answer.pair();
        return "line %d (%s, %s): %s / %s"
                .formatted(
                        pair.line(),
                        pair.kind(),
                        pair.truth(),
                        pair.first().paper().title(),
                        pair.second().paper().title());
    }

    /** A line for each class: pairs both ways round, merged, proposed, and what share of the true ones was found. */
    private String report() {
        Map<String, List<Answer>> classes = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.pair().kind() + ", " + answer.pair().truth(),
                        TreeMap::new,
                        Collectors.toList()));
        var lines = new ArrayList<String>();
        lines.add("%-26s %5s %7s %9s %7s".formatted("class", "pairs", "merged", "proposed", "missed"));
        classes.forEach((name, of) -> lines.add("%-26s %5d %7d %9d %7d"
                .formatted(
                        name.toLowerCase(java.util.Locale.ROOT),
                        of.size(),
                        of.stream().filter(Answer::merged).count(),
                        of.stream().filter(Answer::proposed).count(),
                        of.getFirst().pair().truth() == Truth.DIFFERENT
                                ? 0
                                : of.stream().filter(answer -> !answer.found()).count())));
        long truth = answers.stream()
                .filter(answer -> answer.pair().truth() != Truth.DIFFERENT)
                .count();
        long found = answers.stream()
                .filter(answer -> answer.pair().truth() != Truth.DIFFERENT && answer.found())
                .count();
        long all = answers.stream().filter(Answer::found).count();
        lines.add("precision %.3f, recall %.3f of %d answers"
                .formatted((double) found / all, (double) found / truth, answers.size()));
        return String.join("\n", lines);
    }
}
