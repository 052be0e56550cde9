package io.paperpress.catalog.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ProposalsIT extends WithNames {

    @Autowired
    private ProposalSearch search;

    @Test
    void aProposalNamesTheCallThatAppliesItAndIsNotMadeTwice() {
        String paper = listed(Said.of("At a Proposed Institution").at("Zorbia Univ"));
        listed(Said.of("At a Proposed Institution, Too").at("Zorbia University"));
        listed(Said.of("At a Proposed Institution, Again").at("Zorbia University"));
        search.look();
        var proposal = proposed("institution", "Zorbia Univ");
        assertThat(proposal.at("/canonical").asString()).isEqualTo("Zorbia University");
        assertThat(proposal.at("/evidence/canonicalPapers").asInt()).isEqualTo(2);
        assertThat(proposal.at("/evidence/examples/0").asString()).isEqualTo(paper);
        assertThat(paper(paper).at("/institutions/0").asString()).isEqualTo("Zorbia Univ");
        assertThat(get("/api/curation?kind=alias-proposal&size=1000").toString())
                .contains("Zorbia%20Univ");

        put(proposal.at("/apply/path").asString(), proposal.at("/apply/body").toString());
        awaitShown(paper, "/institutions/0", "Zorbia University");
        search.look();
        assertThat(proposed("institution", "Zorbia Univ").isMissingNode()).isTrue();
        assertThat(get("/api/curation?kind=alias-proposal&size=1000").toString())
                .doesNotContain("Zorbia");
    }

    @Test
    void whatIsDismissedIsNeverProposedAgain() {
        listed(Said.of("By a Dismissed Author").by("Renée Dismissed", "Ada Other"));
        listed(Said.of("By a Dismissed Author, Too").by("Renee Dismissed", "Ada Other"));
        search.look();
        var all = get("/api/aliases/proposals?kind=author&size=1000").toString();
        assertThat(all).contains("Renee Dismissed").contains("Renée Dismissed");
        String id = get("/api/aliases/proposals?kind=author&size=1000")
                .at("/proposals")
                .valueStream()
                .filter(proposal -> proposal.toString().contains("Renee Dismissed"))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
        assertThat(send("POST", "/api/aliases/proposals/" + id + "/dismiss", "").statusCode())
                .isEqualTo(204);
        search.look();
        assertThat(get("/api/aliases/proposals?kind=author&size=1000").toString())
                .doesNotContain("Renee Dismissed");
        assertThat(get("/api/curation?kind=alias-proposal&size=1000").toString())
                .doesNotContain("Renee Dismissed");
        refused("POST", "/api/aliases/proposals/" + id + "/dismiss", "", 404, "proposal-not-found");
    }

    @Test
    void wordsOfTheVocabularyAreProposedForOtherSpellings() {
        listed(Said.of("At a Shouted Venue").in("NEURIPS", 2024).about("Quantization"));
        search.look();
        assertThat(proposed("venue", "NEURIPS").at("/canonical").asString()).isEqualTo("NeurIPS");
        assertThat(proposed("keyword", "Quantization").at("/canonical").asString())
                .isEqualTo("quantization");
    }

    private JsonNode proposed(String kind, String name) {
        return get("/api/aliases/proposals?size=1000&kind=" + kind)
                .at("/proposals")
                .valueStream()
                .filter(proposal -> proposal.at("/name").asString().equals(name))
                .findFirst()
                .orElseGet(() -> tools.jackson.databind.node.MissingNode.getInstance());
    }
}
