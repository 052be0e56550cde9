package io.paperpress.catalog.editing;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.paper.Action;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Edit;
import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.PlainText;
import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.web.Gone;
import io.paperpress.catalog.web.PaperViews;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.web.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A maintainer's word on one paper: other values, out of the catalogue, back into it. */
@Component
class PaperEdits {

    private final PaperChanges changes;
    private final Papers papers;
    private final Findings findings;
    private final ListRetelling lists;
    private final Catalogue catalogue;
    private final Validation validation;
    private final PaperViews views;

    PaperEdits(
            PaperChanges changes,
            Papers papers,
            Findings findings,
            ListRetelling lists,
            Catalogue catalogue,
            Validation validation,
            PaperViews views) {
        this.changes = changes;
        this.papers = papers;
        this.findings = findings;
        this.lists = lists;
        this.catalogue = catalogue;
        this.validation = validation;
        this.views = views;
    }

    /** @return the paper as it is then, at a new revision unless it shows all that already */
    Paper edit(String id, JsonNode body, Precondition precondition, String by, @Nullable String reason) {
        var faults = new Faults();
        var patch = PatchReader.read(body, faults);
        var wanted = wanted(patch);
        faults.addAll(validation.problems(wanted));
        if (wanted.title() != null && PlainText.of(wanted.title()).isEmpty()) {
            faults.add("/title", "A paper needs a title.");
        }
        faults.refuseAny();
        return changes.on(List.of(id), IdentityKeys.of(wanted), found -> {
            var paper = listed(id, found, precondition);
            var edit = Edit.of(paper.claims(), patch.named(), patch.values(), patch.schemes());
            if (edit.isEmpty()) {
                return Optional.of(paper);
            }
            var change = Change.of(Action.EDIT, by, reason);
            var edited = catalogue.edit(paper, change.id(), by, edit.values(), edit.cleared());
            changes.keep(change, List.of(paper), List.of(edited));
            reportShared(paper, edited, change);
            return Optional.of(edited);
        });
    }

    /** With its identifiers where submissions have theirs, to be checked as those are. */
    private static PaperFields wanted(PaperPatch patch) {
        var values = patch.values();
        return new PaperFields(
                values.title(),
                values.shortName(),
                values.authors(),
                values.institutions(),
                values.venue(),
                values.year(),
                values.abstractText(),
                patch.schemes().values().stream().flatMap(List::stream).toList(),
                values.links(),
                values.keywords(),
                values.cover(),
                values.baselines(),
                values.citation(),
                null);
    }

    /** A paper that gets the identifier of another one may be that other one. */
    private void reportShared(Paper before, Paper after, Change change) {
        var fresh = new LinkedHashSet<>(after.claims().identifiers());
        fresh.removeAll(before.claims().identifiers());
        var keys = fresh.stream()
                .filter(Identifiers::isStrong)
                .map(identifier -> IdentityKeys.bounded(identifier.toString()))
                .toList();
        findings.add(papers.seenUnder(keys).stream()
                .filter(other -> other.isListed() && !other.id().equals(after.id()))
                .filter(other -> !after.versions().contains(other.id()))
                .map(other -> Finding.ofPair(
                        Finding.Kind.POSSIBLE_DUPLICATE,
                        after.id(),
                        other.id(),
                        change.id(),
                        "An edit gave both " + shared(fresh, other) + ".",
                        0.9))
                .toList());
    }

    private static String shared(Set<io.paperpress.common.events.Identifier> fresh, Paper other) {
        return other.claims().identifiers().stream()
                .filter(fresh::contains)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    /** @return the paper as it is then */
    Paper withdraw(String id, Precondition precondition, String by, String reason) {
        return changes.on(List.of(id), Set.of(), found -> {
            var paper = listed(id, found, precondition);
            var change = Change.of(Action.WITHDRAW, by, reason);
            var gone = catalogue.withdraw(paper, change.id(), reason);
            changes.keep(change, List.of(paper), List.of(gone));
            lists.retell(change, within(id));
            return Optional.of(gone);
        });
    }

    /** @return the paper as it is then, which it may have been before */
    Paper restore(String id, Precondition precondition, String by, @Nullable String reason) {
        return changes.on(List.of(id), Set.of(), found -> {
            var paper = there(id, found);
            if (paper.standing() instanceof Merged merged) {
                throw merged(paper, merged);
            }
            if (!precondition.fits(paper.revision())) {
                throw outdated(paper);
            }
            if (paper.isListed()) {
                return Optional.of(paper);
            }
            var change = Change.of(Action.RESTORE, by, reason);
            var back = catalogue.restore(paper, change.id());
            changes.keep(change, List.of(paper), List.of(back));
            lists.retell(change, within(id));
            return Optional.of(back);
        });
    }

    private Set<String> within(String id) {
        return Stream.concat(papers.mergedInto(id).stream(), Stream.of(id)).collect(Collectors.toSet());
    }

    /** The paper, in the state that somebody means to change. */
    Paper listed(String id, Map<String, Paper> found, Precondition precondition) {
        var paper = there(id, found);
        return switch (paper.standing()) {
            case Listed _ -> {
                if (!precondition.fits(paper.revision())) {
                    throw outdated(paper);
                }
                yield paper;
            }
            case Withdrawn withdrawn -> throw Gone.problem(paper.catalogued(), withdrawn);
            case Merged merged -> throw merged(paper, merged);
        };
    }

    private ProblemException outdated(Paper paper) {
        return Precondition.failed(paper.revision(), "paper", views.of(paper));
    }

    static Paper there(String id, Map<String, Paper> found) {
        var paper = found.get(id);
        if (paper == null) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND, "paper-not-found", "Paper not found", "No paper has the id " + id + ".");
        }
        return paper;
    }

    private static ProblemException merged(Paper paper, Merged merged) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "paper-merged",
                "The paper was merged into another",
                "Paper %s is %s now: change that one, or undo the merge.".formatted(paper.id(), merged.into()));
    }
}
