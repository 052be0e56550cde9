package io.paperpress.catalog.editing;

import io.paperpress.catalog.paper.Action;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.catalog.store.Papers;
import io.paperpress.common.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes one paper of two, and two again. */
@Component
class Merges {

    private final PaperChanges changes;
    private final Papers papers;
    private final ListRetelling lists;
    private final Catalogue catalogue;
    private final PaperEdits edits;

    Merges(PaperChanges changes, Papers papers, ListRetelling lists, Catalogue catalogue, PaperEdits edits) {
        this.changes = changes;
        this.papers = papers;
        this.lists = lists;
        this.catalogue = catalogue;
        this.edits = edits;
    }

    /** @return the survivor as it is then */
    Paper merge(String id, String into, Precondition precondition, String by, @Nullable String reason) {
        if (id.equals(into)) {
            throw refused("A paper cannot be merged into itself.");
        }
        return changes.on(List.of(id, into), Set.of(), found -> {
            var survivor = found.get(into);
            if (survivor == null) {
                PaperEdits.there(id, found);
                throw refused("There is no paper " + into + " to merge into.");
            }
            var known = PaperEdits.there(id, found);
            if (known.standing() instanceof Merged(String there, String _) && there.equals(into)) {
                return Optional.of(survivor); // said twice
            }
            checkListed(survivor, id);
            var paper = edits.listed(id, found, precondition);
            var change = Change.of(Action.MERGE, by, reason);
            var merge = catalogue.merge(paper, survivor, change.id(), reason);
            changes.keep(change, List.of(paper, survivor), List.of(merge.gone(), merge.survivor()));
            lists.retell(change, with(papers.mergedInto(id), id));
            return Optional.of(merge.survivor());
        });
    }

    private void checkListed(Paper survivor, String id) {
        if (survivor.standing() instanceof Withdrawn) {
            throw refused("Paper " + survivor.id() + " was withdrawn: nothing can be merged into it.");
        }
        if (survivor.standing() instanceof Merged(String there, String _)) {
            String last = Objects.requireNonNullElse(
                    papers.successors(List.of(survivor.id())).of(survivor.id()), there);
            throw refused(
                    last.equals(id)
                            ? "Paper %s was merged into %s itself: that would be a circle.".formatted(survivor.id(), id)
                            : "Paper %s was merged into %s: merge into that one.".formatted(survivor.id(), last));
        }
    }

    /** @return the paper by itself again */
    Paper unmerge(String id, Precondition precondition, String by, @Nullable String reason) {
        for (int look = 0; ; look++) {
            var way = way(id);
            var done = changes.on(way, Set.of(), found -> {
                var paper = PaperEdits.there(id, found);
                if (!(paper.standing() instanceof Merged)) {
                    throw new ProblemException(
                            HttpStatus.CONFLICT,
                            "not-merged",
                            "The paper is not merged",
                            "Paper %s was not merged into another.".formatted(id));
                }
                if (!precondition.fits(paper.revision())) {
                    throw Precondition.failed(
                            paper.revision(), "paper", Map.of("paperId", id, "revision", paper.revision()));
                }
                return Optional.of(
                        isWay(way, found)
                                ? Optional.of(parted(paper, way, found, by, reason))
                                : Optional.<Paper>empty());
            });
            if (done.isPresent()) {
                return done.get();
            }
            if (look > 9) {
                throw new IllegalStateException("The merges of " + id + " never rest");
            }
        }
    }

    /** The paper and all that hold what was said of it: what it was merged into, what that was merged into, and so on. */
    private List<String> way(String id) {
        var way = new ArrayList<String>();
        for (String at = id; at != null; at = into(at)) {
            way.add(at);
        }
        return way;
    }

    private @Nullable String into(String id) {
        return papers.seen(List.of(id)).stream()
                .flatMap(paper -> paper.standing() instanceof Merged merged ? Stream.of(merged.into()) : Stream.empty())
                .findFirst()
                .orElse(null);
    }

    private static boolean isWay(List<String> way, Map<String, Paper> found) {
        for (int i = 0; i < way.size(); i++) {
            String next = i + 1 < way.size() ? way.get(i + 1) : null;
            String into =
                    Objects.requireNonNull(found.get(way.get(i))).standing() instanceof Merged(String there, String _)
                            ? there
                            : null;
            if (!Objects.equals(into, next)) {
                return false;
            }
        }
        return true;
    }

    private Paper parted(Paper paper, List<String> way, Map<String, Paper> found, String by, @Nullable String reason) {
        var change = Change.of(Action.UNMERGE, by, reason);
        var back = catalogue.unmerge(paper, change.id());
        var versions = papers.seen(paper.versions());
        var after = new ArrayList<Paper>(List.of(back));
        for (String holder : way.subList(1, way.size())) {
            var own = versions.stream()
                    .filter(version -> version.versions().contains(holder))
                    .map(Paper::id)
                    .collect(Collectors.toSet());
            after.add(catalogue.without(Objects.requireNonNull(found.get(holder)), paper, own, change.id()));
        }
        changes.keep(change, found.values(), after);
        lists.retell(change, with(papers.mergedInto(paper.id()), paper.id()));
        return back;
    }

    private static Set<String> with(Set<String> ids, String id) {
        return Stream.concat(ids.stream(), Stream.of(id)).collect(Collectors.toSet());
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "merge-refused",
                "These papers cannot be merged",
                detail + " Nothing was changed.");
    }
}
