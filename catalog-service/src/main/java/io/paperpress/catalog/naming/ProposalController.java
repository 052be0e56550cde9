package io.paperpress.catalog.naming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.store.Proposals;
import io.paperpress.catalog.store.Proposals.Evidence;
import io.paperpress.catalog.store.Proposals.Proposal;
import io.paperpress.catalog.web.Page;
import io.paperpress.common.web.ProblemException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposed aliases over HTTP: each with the call that applies it, and one that makes it never come again. */
@RestController
@RequestMapping("/api/aliases/proposals")
class ProposalController {

    /** @param after where the next page begins, absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposalsPage(
            List<ProposalView> proposals, @Nullable String after) {}

    record Call(String method, String path, Map<String, String> body) {}

    record ProposalView(
            String id,
            String kind,
            String name,
            String canonical,
            double score,
            List<String> reasons,
            Evidence evidence,
            Instant foundAt,
            Call apply,
            Call dismiss) {

        static ProposalView of(Proposal proposal) {
            return new ProposalView(
                    proposal.id(),
                    proposal.kind(),
                    proposal.name(),
                    proposal.canonical(),
                    proposal.score(),
                    proposal.reasons(),
                    proposal.evidence(),
                    proposal.foundAt(),
                    new Call(
                            "PUT",
                            "/api/aliases/" + proposal.kind() + "/" + Addresses.encoded(proposal.name()),
                            Map.of("canonical", proposal.canonical())),
                    new Call("POST", "/api/aliases/proposals/" + proposal.id() + "/dismiss", Map.of()));
        }
    }

    private final Proposals proposals;
    private final Clock clock;

    ProposalController(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @GetMapping
    ProposalsPage proposals(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int size) {
        int skipped = skipped(Page.after(after));
        var more =
                proposals.after(kind == null ? null : AliasController.kind(kind).slug(), skipped, Page.size(size) + 1);
        return new ProposalsPage(
                more.stream().limit(size).map(ProposalView::of).toList(),
                Page.next(more, size, _ -> Integer.toString(skipped + size)));
    }

    @PostMapping("/{id}/dismiss")
    @PreAuthorize("hasRole('maintainer')")
    @Transactional
    public ResponseEntity<Void> dismiss(@PathVariable String id, Principal by) {
        var proposal = proposals
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "proposal-not-found",
                        "No such proposal",
                        "Nothing is proposed under this id."));
        proposals.dismiss(proposal, by.getName(), clock.instant());
        return ResponseEntity.noContent().build();
    }

    private static int skipped(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException foreign) {
            throw AliasController.bad("after must be a cursor as this address gave it.");
        }
    }
}
