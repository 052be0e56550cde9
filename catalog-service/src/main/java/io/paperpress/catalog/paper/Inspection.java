package io.paperpress.catalog.paper;

import io.paperpress.catalog.paper.Claims.Claim;
import io.paperpress.catalog.paper.Finding.Kind;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is accepted, and reported to curation. */
public final class Inspection {

    private static final Predicate<String> PLACEHOLDER = Pattern.compile(
                    "(?i)\\s*(?:inst(?:itution)?|name|author|affiliation)\\s*\\d*\\s*|\\s*paper\\s+title\\s*|\\s*(?:todo|tbd|xxx)\\s*")
            .asMatchPredicate();

    private final Vocabulary vocabulary;

    public Inspection(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether it is a template's own text rather than a name. */
    public static boolean isPlaceholder(String name) {
        return PLACEHOLDER.test(name);
    }

    /** What was repaired and what is odd, for the submitter. */
    public List<Remark> warnings(PaperSubmitted submission) {
        return warnings(submission.paper());
    }

    /** The same of values alone. */
    public List<Remark> warnings(PaperFields said) {
        var repair = Repair.of(said);
        return Stream.concat(
                        repair.warnings().stream(),
                        observations(said, repair.fields()).stream().map(Observation::remark))
                .toList();
    }

    /** All that is to be said of a paper as it stands, for a curator; what is not said any more is settled. */
    public List<Finding> findings(Paper paper) {
        var findings = new ArrayList<Finding>();
        for (Claim claim : paper.claims().all()) {
            observations(claim.record().values(), claim.fields()).stream()
                    .filter(observation -> claim.isMaintainers() || !isSettled(observation, paper.claims()))
                    .forEach(observation -> findings.add(
                            Finding.about(paper, observation, claim.record().submissionId())));
        }
        if (paper.claims().untitled()) {
            var untitled = Observation.of(Kind.UNTITLED, "/title", "No source gives a title.");
            findings.add(Finding.about(paper, untitled, paper.submissionId()));
        }
        paper.claims()
                .conflicts(vocabulary)
                .forEach(conflict -> findings.add(Finding.about(paper, observation(conflict), paper.submissionId())));
        return findings;
    }

    private static boolean isSettled(Observation observation, Claims claims) {
        String pointer = observation.remark().pointer();
        return pointer != null && claims.isSettled(pointer.split("/")[1]);
    }

    private static Observation observation(Conflict conflict) {
        String values = conflict.values().stream()
                .map(said -> "“" + said.value() + "” (" + String.join(", ", said.sources()) + ")")
                .collect(Collectors.joining(", "));
        return Observation.of(Kind.CONFLICTING_CLAIMS, "/" + conflict.field(), "Sources disagree: " + values + ".");
    }

    private List<Observation> observations(PaperFields said, PaperFields shown) {
        var found = new ArrayList<Observation>();
        placeholders(shown, found);
        for (int i = 0; i < said.links().size(); i++) {
            if (said.links().get(i).url().isBlank()) {
                found.add(Observation.of(Kind.EMPTY_LINK, "/links/" + i + "/url", "The link leads nowhere."));
            }
        }
        unknownWords(shown, found);
        if (shown.citation() != null && shown.year() == null) {
            found.add(Observation.of(Kind.CITATION_WITHOUT_YEAR, "/citation", "The citation names no year."));
        }
        return found;
    }

    private static void placeholders(PaperFields shown, List<Observation> found) {
        placeholders("/authors", shown.authors().stream().map(Author::name).toList(), found);
        placeholders("/institutions", shown.institutions(), found);
        String title = shown.title();
        if (title != null && PLACEHOLDER.test(title)) {
            found.add(Observation.of(Kind.PLACEHOLDER, "/title", "“" + title + "” looks like a template's own text."));
        }
    }

    private static void placeholders(String pointer, List<String> names, List<Observation> found) {
        for (int i = 0; i < names.size(); i++) {
            if (PLACEHOLDER.test(names.get(i))) {
                found.add(Observation.of(
                        Kind.PLACEHOLDER,
                        pointer + "/" + i,
                        "“" + names.get(i) + "” looks like a template's own text."));
            }
        }
    }

    private void unknownWords(PaperFields shown, List<Observation> found) {
        for (int i = 0; i < shown.keywords().size(); i++) {
            String keyword = shown.keywords().get(i);
            if (!vocabulary.hasKeyword(keyword)) {
                found.add(Observation.of(
                        Kind.UNKNOWN_KEYWORD, "/keywords/" + i, "“" + keyword + "” is not in the vocabulary."));
            }
        }
        String venue = shown.venue();
        if (venue != null && !vocabulary.hasVenue(venue)) {
            found.add(Observation.of(Kind.UNKNOWN_VENUE, "/venue", "“" + venue + "” is not in the vocabulary."));
        }
    }
}
