package io.paperpress.catalog.naming.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.Golden;
import io.paperpress.common.events.PaperSubmitted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Measured on the sample's institutions against clusters that were found by hand; prints what it found. */
class InstitutionLikenessTest {

    private static final InstitutionLikeness LIKENESS =
            new InstitutionLikeness(NameWords.of(lines("/vocabulary/short-words.txt")));

    @Test
    void mostVariantsOfTheSampleAreProposedAndLittleElse() {
        var clusters = lines("/naming/institution-variants.txt")
                .filter(line -> !line.startsWith("#"))
                .map(line -> Set.of(line.split(" \\| ")))
                .toList();
        var proposed = LIKENESS.among(uses());
        var right = proposed.stream()
                .filter(like -> clusters.stream().anyMatch(cluster -> holds(cluster, like)))
                .toList();
        var wrong = proposed.stream().filter(like -> !right.contains(like)).toList();
        var missed = clusters.stream()
                .filter(cluster -> right.stream().noneMatch(like -> holds(cluster, like)))
                .toList();
        System.out.printf(
                "%d of %d clusters proposed, by %d proposals; %d wrong ones%n",
                clusters.size() - missed.size(), clusters.size(), right.size(), wrong.size());
        right.forEach(like -> System.out.println("right   " + words(like)));
        wrong.forEach(like -> System.out.println("wrong   " + words(like)));
        missed.forEach(cluster -> System.out.println("missed  " + cluster));

        assertThat(clusters.size() - missed.size()).isGreaterThanOrEqualTo(30);
        assertThat(wrong).hasSizeLessThanOrEqualTo(5);
        assertThat(wrong.stream().filter(like -> like.score() >= 0.7)).isEmpty();
    }

    private static boolean holds(Set<String> cluster, Likeness like) {
        return cluster.contains(like.name().name())
                && cluster.contains(like.canonical().name());
    }

    private static String words(Likeness like) {
        return "%.2f %s -> %s (%s)"
                .formatted(like.score(), like.name().name(), like.canonical().name(), String.join(" ", like.reasons()));
    }

    /** The names of the sample, with the papers that bear them. */
    private static List<NameUse> uses() {
        var papers = new TreeMap<String, List<String>>();
        for (var event : Golden.efficientPapers()) {
            if (event instanceof PaperSubmitted paper) {
                paper.paper().institutions().stream()
                        .distinct()
                        .forEach(name -> papers.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(paper.submissionId()));
            }
        }
        return papers.entrySet().stream()
                .map(entry -> new NameUse(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().subList(0, 1)))
                .toList();
    }

    @Test
    void theLongNameIsProposedForAShortOne() {
        assertThat(among("CMU", "CMU", "CMU", "Carnegie Mellon University"))
                .containsExactly("CMU -> Carnegie Mellon University");
        assertThat(among("UCB", "University of California, Berkeley", "UC Berkeley", "UC Berkeley"))
                .contains("University of California, Berkeley -> UC Berkeley");
    }

    @Test
    void initialsOfTwoInstitutionsAreOfNeither() {
        assertThat(among("NTU", "Nanyang Technological University", "National Taiwan University"))
                .doesNotContain("NTU -> National Taiwan University");
        assertThat(among("UM", "University of Macau", "University of Maryland")).isEmpty();
    }

    @Test
    void placesOfOneSystemAndNamesThatLookAlikeAreOthers() {
        assertThat(among(
                        "University of California",
                        "University of California, Berkeley",
                        "University of California, Riverside",
                        "Northeastern University",
                        "Northwestern University",
                        "Institute 1",
                        "Institute 2",
                        "Beihang University",
                        "Beijing University"))
                .isEmpty();
    }

    private static List<String> among(String... names) {
        var counted =
                Stream.of(names).collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        return LIKENESS
                .among(counted.entrySet().stream()
                        .map(entry -> new NameUse(entry.getKey(), entry.getValue(), List.of()))
                        .toList())
                .stream()
                .map(like -> like.name().name() + " -> " + like.canonical().name())
                .toList();
    }

    private static Stream<String> lines(String resource) {
        var stream = Objects.requireNonNull(InstitutionLikenessTest.class.getResourceAsStream(resource));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
