package io.paperpress.catalog.deciding;

import io.paperpress.catalog.deciding.ReviewView.FindingView;
import io.paperpress.catalog.deciding.ReviewView.ListOutlook;
import io.paperpress.catalog.deciding.ReviewView.Origin;
import io.paperpress.catalog.deciding.ReviewView.Outlook;
import io.paperpress.catalog.intake.Rehearsal;
import io.paperpress.catalog.intake.Rehearsal.Considered;
import io.paperpress.catalog.list.Tree;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.catalog.store.Reviews;
import io.paperpress.catalog.store.Reviews.Review;
import io.paperpress.catalog.store.Reviews.State;
import io.paperpress.catalog.store.Submitters;
import io.paperpress.catalog.web.FieldChange;
import io.paperpress.catalog.web.FieldsView;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what a maintainer decides by: what waits, and what the catalogue would make of it at this moment. */
@Component
class ReviewViews {

    private final Rehearsal rehearsal;
    private final CatalogueReader papers;
    private final Catalogue catalogue;
    private final Reviews reviews;
    private final Submitters submitters;

    ReviewViews(
            Rehearsal rehearsal, CatalogueReader papers, Catalogue catalogue, Reviews reviews, Submitters submitters) {
        this.rehearsal = rehearsal;
        this.papers = papers;
        this.catalogue = catalogue;
        this.reviews = reviews;
        this.submitters = submitters;
    }

    List<ReviewView> of(List<Review> page) {
        var open = page.stream()
                .filter(review -> review.state() == State.OPEN)
                .map(Review::event)
                .filter(PaperSubmitted.class::isInstance)
                .map(PaperSubmitted.class::cast)
                .toList();
        var considered = rehearsal.ofWaiting(open);
        Map<String, Considered> byId = new HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            byId.put(open.get(i).submissionId(), considered.get(i));
        }
        Map<String, Submitters.History> histories = page.stream()
                .map(review -> origin(review).submitter())
                .distinct()
                .collect(Collectors.toMap(name -> name, submitters::history));
        return page.stream()
                .map(review -> ReviewView.of(
                        review,
                        origin(review),
                        outlook(review, byId.get(review.event().submissionId())),
                        Objects.requireNonNull(histories.get(origin(review).submitter()))))
                .toList();
    }

    private static Origin origin(Review review) {
        return switch (review.event()) {
            case RevisionSubmitted said ->
                new Origin(said.batchId(), said.submitter(), said.submittedAt(), said.reason());
            case PaperSubmitted said -> new Origin(said.batchId(), said.submitter(), said.submittedAt(), null);
            case ListSubmitted said -> new Origin(said.batchId(), said.submitter(), said.submittedAt(), null);
        };
    }

    private Outlook outlook(Review review, @Nullable Considered considered) {
        return switch (review.event()) {
            case RevisionSubmitted said -> proposal(review, said);
            case PaperSubmitted said -> considered == null ? decided(said) : paper(said, considered);
            case ListSubmitted said -> list(review, said);
        };
    }

    private Outlook proposal(Review review, RevisionSubmitted said) {
        var paper = papers.paper(said.paperId());
        boolean open = review.state() == State.OPEN;
        return new Outlook(
                said.paperId(),
                paper.map(known -> known.paper().title()).orElse(null),
                FieldsView.of(said.paper()),
                null,
                said.warnings(),
                open ? Decision.UPDATED : null,
                paper.filter(_ -> open)
                        .map(known -> changes(Paper.of(known), said))
                        .orElse(List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    private List<FieldChange> changes(Paper paper, RevisionSubmitted said) {
        var approved = catalogue.approve(paper, said).paper();
        return FieldChange.between(paper.claims().shown(), approved.claims().shown());
    }

    private static Outlook decided(PaperSubmitted said) {
        return new Outlook(
                null,
                said.paper().title(),
                FieldsView.of(said.paper()),
                null,
                said.warnings(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Outlook paper(PaperSubmitted said, Considered considered) {
        var decision = considered.decision();
        var before = considered.before();
        return new Outlook(
                before == null ? null : decision.paperId(),
                before == null ? said.paper().title() : before.title(),
                FieldsView.of(said.paper()),
                null,
                decision.warnings(),
                decision.decision(),
                changes(before, considered.after()),
                decision.problems(),
                decision.duplicatesOf(),
                considered.findings().stream().map(ReviewViews::view).toList());
    }

    private static List<FieldChange> changes(@Nullable PaperFields before, @Nullable PaperFields after) {
        return after == null ? List.of() : FieldChange.between(before, after);
    }

    private static FindingView view(Finding finding) {
        return new FindingView(
                finding.kind().slug(),
                finding.otherPaperId(),
                finding.remark().pointer(),
                finding.remark().message(),
                finding.score());
    }

    private Outlook list(Review review, ListSubmitted said) {
        var items = new Tree(said.entries(), said.sections()).allItems().toList();
        var known = papers.list(said.slug());
        var awaited = items.stream()
                .map(ListItem::submissionId)
                .filter(Objects::nonNull)
                .toList();
        boolean open = review.state() == State.OPEN;
        var outlook = new ListOutlook(
                said.slug(),
                said.title(),
                items.size(),
                known.map(list -> (int) new Tree(list.entries(), list.sections())
                                .allItems()
                                .count())
                        .orElse(0),
                open ? (int) reviews.countOpen(awaited) : 0);
        return new Outlook(
                null,
                said.title(),
                null,
                outlook,
                List.of(),
                open ? (known.isPresent() ? Decision.UPDATED : Decision.ACCEPTED) : null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
