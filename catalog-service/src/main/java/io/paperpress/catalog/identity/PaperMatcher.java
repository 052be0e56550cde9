package io.paperpress.catalog.identity;

import io.paperpress.catalog.identity.Recognition.Doubt;
import io.paperpress.catalog.identity.Recognition.Match.New;
import io.paperpress.catalog.identity.Recognition.Match.NewVersionOf;
import io.paperpress.catalog.identity.Recognition.Match.Same;
import io.paperpress.catalog.paper.Finding.Kind;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Vocabulary;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Source;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.identity.TitleFingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which work a submission is of: by a shared strong identifier, else by an equal title that nothing known
 * contradicts. Likeness of any other kind only raises doubts.
 */
public final class PaperMatcher {

    /** Of two titles under one DOI, how much of their words they share at least where they are one work's. */
    private static final double ONE_WORK = 0.5;

    private final Vocabulary vocabulary;

    public PaperMatcher(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param candidates listed papers that share an identity key with the submission */
    public Recognition match(PaperSubmitted submission, Collection<Paper> candidates) {
        var listed = candidates.stream()
                .sorted(Comparator.comparing(Paper::cataloguedAt).thenComparing(Paper::id))
                .map(paper -> new Candidate(paper, Traits.of(paper, vocabulary)))
                .toList();
        var said = Traits.of(submission.paper(), vocabulary);
        return byPath(submission, said, listed)
                .or(() -> byIdentifier(submission, said, listed))
                .orElseGet(() -> byTitle(said, listed));
    }

    private record Candidate(Paper paper, Traits traits) {}

    /** A file that comes again is the same entry, unless another submitter's tree has another paper in its place. */
    private Optional<Recognition> byPath(PaperSubmitted submission, Traits said, List<Candidate> listed) {
        String key = submission.source().key();
        if (!key.startsWith(Identifiers.PATH + ":")) {
            return Optional.empty();
        }
        return listed.stream()
                .filter(candidate -> candidate.paper().claims().sources().stream()
                        .filter(source -> source.source().key().equals(key))
                        .anyMatch(source -> source.submitter().equals(submission.submitter())
                                || said.sharesTitle(candidate.traits())
                                || !said.sharedIdentifiers(candidate.traits()).isEmpty()))
                .findFirst()
                .map(found -> same(found, "It is the entry of the same file.", List.of()));
    }

    private Optional<Recognition> byIdentifier(PaperSubmitted submission, Traits said, List<Candidate> listed) {
        var sharing = listed.stream()
                .filter(candidate -> !identities(said, candidate.traits()).isEmpty())
                .toList();
        if (sharing.isEmpty()) {
            return Optional.empty();
        }
        var chosen = sharing.stream()
                .filter(candidate -> said.sharesTitle(candidate.traits()))
                .findFirst()
                .orElse(sharing.getFirst());
        String reason = "Both have " + names(identities(said, chosen.traits())) + ".";
        if (sharing.size() == 1 && isOtherVersion(submission, said, chosen.paper())) {
            return Optional.of(new Recognition(
                    new NewVersionOf(chosen.paper(), List.of(reason)),
                    List.of(Doubt.of(Kind.VERSIONS, chosen.paper(), 1, reason, "Title, venue and year differ."))));
        }
        return Optional.of(same(chosen, reason, alsoLike(said, chosen, listed)));
    }

    /** Other papers that the submission speaks of as well: it says that they are one with the chosen. */
    private static List<Doubt> alsoLike(Traits said, Candidate chosen, List<Candidate> listed) {
        return listed.stream()
                .filter(other -> other != chosen
                        && !chosen.paper().versions().contains(other.paper().id()))
                .filter(other -> !identities(said, other.traits()).isEmpty() || isTitleMatch(said, other.traits()))
                .map(other -> Doubt.of(Kind.POSSIBLE_DUPLICATE, other.paper(), 0.9, "One submission fits both papers."))
                .toList();
    }

    /** The preprint and the paper that came of it, both listed as such: title, venue and year all differ. */
    private boolean isOtherVersion(PaperSubmitted submission, Traits said, Paper paper) {
        if (submission.source().kind() != Source.Kind.RECORD) {
            return false;
        }
        var records = Traits.ofRecords(paper, vocabulary);
        return said.contradictsTitle(records) && said.contradictsVenue(records) && said.contradictsYear(records);
    }

    private Recognition byTitle(Traits said, List<Candidate> listed) {
        var doubts = new ArrayList<Doubt>();
        for (Candidate candidate : listed) {
            if (isTitleMatch(said, candidate.traits())) {
                var contradictions = contradictions(said, candidate.traits());
                if (contradictions.isEmpty()) {
                    return same(candidate, "Both have the same title.", doubts);
                }
                doubts.add(Doubt.of(
                        Kind.POSSIBLE_DUPLICATE,
                        candidate.paper(),
                        0.8,
                        "Both have the same title.",
                        "They have " + String.join(" and ", contradictions) + "."));
            } else if (!said.sharedIdentifiers(candidate.traits()).isEmpty()) {
                doubts.add(Doubt.of(
                        Kind.POSSIBLE_DUPLICATE,
                        candidate.paper(),
                        0.3,
                        "Both have " + names(said.sharedIdentifiers(candidate.traits())) + ".",
                        "Their titles are as different as those of two chapters."));
            }
        }
        return new Recognition(new New(), doubts);
    }

    private static boolean isTitleMatch(Traits said, Traits listed) {
        return said.titles().stream()
                .anyMatch(title ->
                        !TitleFingerprint.isGeneric(title) && listed.titles().contains(title));
    }

    private static List<String> contradictions(Traits said, Traits listed) {
        var found = new ArrayList<String>();
        if (said.contradictsAuthor(listed)) {
            found.add("other first authors");
        }
        if (said.contradictsYear(listed)) {
            found.add("other years");
        }
        if (said.contradictsIdentifier(listed)) {
            found.add("other identifiers of one scheme");
        }
        if (said.contradictsVenue(listed) && said.sharesAuthor(listed)) {
            found.add("other venues");
        }
        return found;
    }

    private static Set<Identifier> identities(Traits said, Traits listed) {
        return said.sharedIdentifiers(listed).stream()
                .filter(identifier -> !identifier.scheme().equals(Identifiers.DOI) || isOneWork(said, listed))
                .collect(Collectors.toSet());
    }

    /** Chapters of a book may share its DOI. */
    private static boolean isOneWork(Traits said, Traits listed) {
        return !said.contradictsTitle(listed)
                || (!said.contradictsAuthor(listed) && TitleLikeness.of(said.titles(), listed.titles()) >= ONE_WORK);
    }

    private static String names(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::toString).sorted().collect(Collectors.joining(", "));
    }

    private static Recognition same(Candidate found, String reason, List<Doubt> doubts) {
        return new Recognition(new Same(found.paper(), List.of(reason)), doubts);
    }
}
