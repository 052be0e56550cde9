package io.paperpress.catalog.editing;

import io.paperpress.catalog.list.ListValidation;
import io.paperpress.catalog.list.ReadingList;
import io.paperpress.catalog.list.Successors;
import io.paperpress.catalog.paper.Action;
import io.paperpress.catalog.store.Locks;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.ReadingLists;
import io.paperpress.catalog.web.ListView;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.web.ProblemException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A maintainer's word on a reading list, as a whole. */
@Component
class ListEdits {

    /** @param isNew whether there was none before */
    record Edited(ListCatalogued list, boolean isNew) {}

    private final TransactionTemplate transaction;
    private final Locks locks;
    private final ReadingLists lists;
    private final Papers papers;
    private final ListRetelling retelling;
    private final Clock clock;

    ListEdits(
            TransactionTemplate transaction,
            Locks locks,
            ReadingLists lists,
            Papers papers,
            ListRetelling retelling,
            Clock clock) {
        this.transaction = transaction;
        this.locks = locks;
        this.lists = lists;
        this.papers = papers;
        this.retelling = retelling;
        this.clock = clock;
    }

    /** @param onlyNew whether it is to be there afterwards only where there was none */
    Edited put(
            String slug,
            JsonNode body,
            Precondition precondition,
            boolean onlyNew,
            String by,
            @Nullable String reason) {
        var faults = new Faults();
        var given = ListReader.read(body, faults);
        faults.addAll(ListValidation.problems(slug, given.title(), given.tree()));
        faults.refuseAny();
        return Objects.requireNonNull(transaction.execute(_ -> {
            locks.take(List.of(), List.of(Locks.STANDINGS));
            locks.take(List.of("list:" + slug), List.of());
            var known = lists.named(List.of(slug)).stream().findFirst().orElse(null);
            check(known, precondition, onlyNew);
            return put(slug, given, known, Change.of(Action.EDIT, by, reason));
        }));
    }

    private void check(@Nullable ReadingList known, Precondition precondition, boolean onlyNew) {
        if (known == null) {
            if (precondition.ifMatch() != null) {
                throw new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "precondition-failed",
                        "Somebody changed it meanwhile",
                        "There is no such list; send it without If-Match to make it.");
            }
            return;
        }
        if (!onlyNew) {
            precondition.required();
        }
        if (onlyNew || !precondition.fits(known.revision())) {
            throw Precondition.failed(known.revision(), "list", ListView.of(lists.told(known.slug())));
        }
    }

    private Edited put(String slug, ListReader.Given given, @Nullable ReadingList known, Change change) {
        var current = known == null ? ReadingList.named(slug) : known;
        var ids = new HashSet<>(current.paperIds());
        ids.addAll(given.papers().keySet());
        refuseUnknown(given, current);
        var successors = papers.successors(ids);
        var now = clock.instant();
        var edited = current.edited(given.title(), given.tree(), successors, change.id(), now);
        if (known != null && edited.saysTheSameAs(known, successors)) {
            return new Edited(lists.told(slug), false);
        }
        var revised = edited.revised(now);
        retelling.keep(change, revised, successors);
        return new Edited(revised.catalogued(successors), known == null);
    }

    /** What stood on the list before may stay; nobody puts a withdrawn paper on one. */
    private void refuseUnknown(ListReader.Given given, ReadingList current) {
        var faults = new Faults();
        var known = papers.known(given.papers().keySet());
        Successors successors = papers.successors(given.papers().keySet());
        given.papers().forEach((id, pointer) -> {
            if (!known.contains(id)) {
                faults.add(pointer, "There is no paper " + readable(id) + ".");
            } else if (successors.of(id) == null && !current.paperIds().contains(id)) {
                faults.add(pointer, "Paper " + id + " was withdrawn.");
            }
        });
        faults.refuseAny();
    }

    private static String readable(String id) {
        return id.matches("[0-9a-z]{1,50}") ? id : "of that id";
    }
}
