package io.paperpress.catalog.paper;

import static java.util.Comparator.comparing;

import io.paperpress.catalog.paper.Claims.Claim;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.SourceRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a paper when a submission of it arrives, or a maintainer acts on it. */
public final class Catalogue {

    /**
     * A decision and the paper after it.
     *
     * @param paper at a new revision, but for duplicates
     */
    public record Outcome(Decision decision, Paper paper) {}

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
                wordAfter(claims),
                proposal.paper());
        return new Outcome(
                Decision.UPDATED, paper.revised(claims.plus(approved), proposal.submissionId(), clock.instant()));
    }

    /**
     * A maintainer's own word on a paper.
     *
     * @param cleared as in {@link SourceRecord}
     */
    public Paper edit(Paper paper, String changeId, String maintainer, PaperFields values, List<String> cleared) {
        var said = new SourceRecord(
                new Source(Claims.EDIT + changeId, Source.Kind.RECORD),
                maintainer,
                changeId,
                wordAfter(paper.claims()),
                values,
                cleared,
                null);
        return paper.revised(paper.claims().plus(said), changeId, clock.instant());
    }

    /** The last word counts, whatever the clock of the machine that took the one before. */
    private Instant wordAfter(Claims claims) {
        var now = clock.instant();
        return claims.all().stream()
                .filter(Claim::isMaintainers)
                .map(claim -> claim.record().at().plus(1, ChronoUnit.MICROS))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** A listed paper that is to be found no more. */
    public Paper withdraw(Paper paper, String changeId, String reason) {
        return paper.standing(new Withdrawn(reason), changeId, clock.instant());
    }

    /** A withdrawn paper that is to be found again. */
    public Paper restore(Paper paper, String changeId) {
        return paper.standing(Standing.LISTED, changeId, clock.instant());
    }

    /** A paper that turned out to be another, and that other with all that was said of both. */
    public record Merge(Paper gone, Paper survivor) {}

    public Merge merge(Paper paper, Paper survivor, String changeId, @Nullable String reason) {
        var now = clock.instant();
        var versions = Stream.concat(survivor.versions().stream(), paper.versions().stream())
                .filter(id -> !id.equals(paper.id()) && !id.equals(survivor.id()))
                .toList();
        return new Merge(
                paper.standing(new Merged(survivor.id(), reason), changeId, now),
                survivor.revised(survivor.claims().plus(paper.claims()), changeId, now)
                        .versions(versions));
    }

    /** A merged paper that is to be listed by itself again, as it was. */
    public Paper unmerge(Paper paper, String changeId) {
        return restore(paper, changeId);
    }

    /**
     * What stays of a paper when one that was merged into it goes its own way again; what was said since the merge stays
     * here.
     *
     * @param own ids of papers that name this one as a version of theirs
     */
    public Paper without(Paper paper, Paper parted, Set<String> own, String changeId) {
        var versions = Stream.concat(
                        paper.versions().stream()
                                .filter(id -> !parted.versions().contains(id) || own.contains(id)),
                        Stream.of(parted.id()).filter(id -> parted.versions().contains(paper.id())))
                .toList();
        return paper.revised(paper.claims().minus(parted.claims()), changeId, clock.instant())
                .versions(versions);
    }

    /** Empty where the submission says nothing new. */
    private static Optional<Claims> newClaims(Claims claims, PaperSubmitted submission) {
        var said = record(submission);
        if (!said.source().key().startsWith(Claims.PATH)) {
            return claims.say(said) ? Optional.empty() : Optional.of(claims.plus(said));
        }
        return claims.sources().stream()
                .filter(known -> known.source().key().equals(said.source().key()))
                .min(comparing(known -> !known.submitter().equals(said.submitter()))) // of merged papers both
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
