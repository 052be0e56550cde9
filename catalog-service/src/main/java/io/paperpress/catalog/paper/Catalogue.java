package io.paperpress.catalog.paper;

import io.paperpress.common.events.Decision;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.SourceRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What becomes of a paper when a submission of it arrives. */
public final class Catalogue {

    /**
     * A decision and the paper after it.
     *
     * @param paper at a new revision, but for duplicates
     */
    public record Outcome(Decision decision, Paper paper) {}

    private static final String PATH = "path:";

    private final Clock clock;
    private final Predicate<PaperFields> resolvable;
    private final Supplier<Aliases> aliases;

    /** @param resolvable whether the title of a paper can be learned from one of its identifiers */
    public Catalogue(Clock clock, Predicate<PaperFields> resolvable) {
        this(clock, resolvable, () -> Aliases.NONE);
    }

    /** @param aliases those that hold at this moment */
    public Catalogue(Clock clock, Predicate<PaperFields> resolvable, Supplier<Aliases> aliases) {
        this.clock = clock;
        this.resolvable = resolvable;
        this.aliases = aliases;
    }

    /** Whether a work that is not listed can be: it has a title, or will get one. */
    public boolean canList(PaperFields paper) {
        return Repair.of(paper).fields().title() != null || resolvable.test(paper);
    }

    /**
     * A work that was not listed.
     *
     * @param versions ids of listed papers that are other versions of it
     */
    public Outcome create(PaperSubmitted submission, List<String> versions) {
        var now = clock.instant();
        String id = PaperId.from(submission.submissionId());
        var claims = Claims.of(List.of(record(submission)), aliases.get().on(id));
        var paper = new Paper(id, 1, now, now, submission.submissionId(), claims, versions);
        return new Outcome(Decision.ACCEPTED, paper);
    }

    /** A listed paper of which a version was found. */
    public Paper linkVersion(Paper paper, Paper version) {
        return paper.withVersion(version.id(), version.submissionId(), clock.instant());
    }

    /** A work that is listed. */
    public Outcome add(Paper paper, PaperSubmitted submission) {
        return newClaims(paper.claims(), submission)
                .map(claims -> new Outcome(
                        Decision.UPDATED, paper.revised(claims, submission.submissionId(), clock.instant())))
                .orElseGet(() -> new Outcome(Decision.DUPLICATE, paper));
    }

    /** A listed paper of which a maintainer takes over what somebody proposed. */
    public Outcome approve(Paper paper, RevisionSubmitted proposal) {
        var claims = paper.claims();
        if (claims.show(proposal.paper())) {
            return new Outcome(Decision.DUPLICATE, paper);
        }
        var approved = new SourceRecord(
                new Source(Claims.REVIEW + proposal.submissionId(), Source.Kind.RECORD),
                proposal.submitter(),
                proposal.submissionId(),
                proposal.submittedAt(),
                proposal.paper());
        return new Outcome(
                Decision.UPDATED, paper.revised(claims.plus(approved), proposal.submissionId(), clock.instant()));
    }

    /** Empty where the submission says nothing new. */
    private static Optional<Claims> newClaims(Claims claims, PaperSubmitted submission) {
        var said = record(submission);
        if (!said.source().key().startsWith(PATH)) {
            return claims.say(said.values()) ? Optional.empty() : Optional.of(claims.plus(said));
        }
        return claims.sources().stream()
                .filter(known -> known.source().key().equals(said.source().key()))
                .findFirst()
                .map(known -> replaced(claims, known, said))
                .orElseGet(() -> Optional.of(claims.plus(said)));
    }

    /** A file says one thing at a time: the newest. */
    private static Optional<Claims> replaced(Claims claims, SourceRecord known, SourceRecord said) {
        boolean stale = said.at().isBefore(known.at());
        boolean same = said.values().equals(known.values()) && said.source().equals(known.source());
        return stale || same ? Optional.empty() : Optional.of(claims.replacing(known, said));
    }

    private static SourceRecord record(PaperSubmitted submission) {
        return new SourceRecord(
                submission.source(),
                submission.submitter(),
                submission.submissionId(),
                submission.submittedAt(),
                submission.paper());
    }
}
