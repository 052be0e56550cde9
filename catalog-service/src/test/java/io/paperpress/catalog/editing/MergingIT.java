package io.paperpress.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.Said;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MergingIT extends EditingTests {

    @Test
    void whatWasSaidOfBothStandsOnTheSurvivorAndTheOldIdLeadsThere() throws Exception {
        String preprint = listed(Said.of("Sparse Iso-FLOP Transformations")
                .id("arxiv", "2607.00001")
                .in("arXiv", 2023));
        String published = listed(
                Said.of("Sparse-IFT: Published").id("openreview", "merged01").in("ICML", 2024));
        var answer = merge(preprint, published);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).at("/paperId").asString()).isEqualTo(published);
        assertThat(json(answer).at("/sources")).hasSize(2);
        var moved = get("/api/papers/" + preprint + "?format=bibtex");
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.headers().firstValue("Location")).hasValue("/api/papers/" + published + "?format=bibtex");
        assertThat(moved.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(body("/api/papers?identifier=arxiv:2607.00001")
                        .at("/paperId")
                        .asString())
                .isEqualTo(published);

        var later = Said.of(null)
                .id("arxiv", "2607.00001")
                .about("quantization")
                .from("bob")
                .submitted();
        submit(later);
        assertThat(paperOf(later.submissionId())).isEqualTo(published);

        assertThat(unmerge(preprint).statusCode()).isEqualTo(200);
        assertThat(body("/api/papers/" + preprint).at("/year").asInt()).isEqualTo(2023);
        assertThat(body("/api/papers/" + preprint).get("sources")).hasSize(1);
        assertThat(body("/api/papers/" + published).get("sources")).hasSize(2); // its own, and what came since
        assertThat(body("/api/papers/" + published).at("/keywords/0").asString())
                .isEqualTo("quantization");
        assertThat(revisions(preprint)).isEqualTo("submission merge unmerge");
    }

    @Test
    void chainsLeadToTheLastAndPartInAnyOrder() throws Exception {
        String a = listed(Said.of("Chained Alpha").in(2001));
        String b = listed(Said.of("Chained Beta").in(2002));
        String c = listed(Said.of("Chained Gamma").in(2003));
        var before = List.of(fields(a), fields(b), fields(c));
        merge(a, b);
        merge(b, c);
        assertThat(get("/api/papers/" + a).headers().firstValue("Location")).hasValue("/api/papers/" + c);
        assertThat(body("/api/papers/" + c).get("sources")).hasSize(3);

        assertThat(unmerge(a).statusCode()).isEqualTo(200); // out of the middle
        assertThat(body("/api/papers/" + c).get("sources")).hasSize(2);
        assertThat(get("/api/papers/" + b).statusCode()).isEqualTo(308);
        assertThat(unmerge(b).statusCode()).isEqualTo(200);
        assertThat(List.of(fields(a), fields(b), fields(c))).isEqualTo(before);
        assertThat(unmerge(b).statusCode()).isEqualTo(409);
    }

    private String fields(String paper) throws Exception {
        var view = (tools.jackson.databind.node.ObjectNode) body("/api/papers/" + paper);
        view.remove(List.of("revision", "revisedAt", "submissionId"));
        return view.toString();
    }

    @Test
    void listsFollowTheirPapersAndBack() throws Exception {
        String list = "followed-" + System.nanoTime();
        String a = listed(Said.of("Followed to Its Survivor").placed(list, "Entry", "Chapter"));
        String b = listed(Said.of("The Survivor Itself"));
        var before = tree(list);
        merge(a, b);
        assertThat(body("/api/lists/" + list)
                        .at("/sections/0/entries/0/items/0/paperId")
                        .asString())
                .isEqualTo(b);
        assertThat(body("/api/papers/" + b).get("lists").toString()).contains(list);
        assertThat(body("/api/lists/" + list + "/revisions/2").at("/action").asString())
                .isEqualTo("merge");

        // the same place again, by its new name, is no new entry
        submit(Said.of("The Survivor Itself")
                .in(2024)
                .placed(list, "Entry", "Chapter")
                .submitted());
        assertThat(body("/api/lists/" + list).at("/revision").asInt()).isEqualTo(2);

        // edited as readers see it, the entry still comes back where it was
        var edited = body("/api/lists/" + list).toString().replace("\"Chapter\"", "\"Renamed\"");
        var put = call("PUT", "/api/lists/" + list, edited, "If-Match", "\"2\"");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(unmerge(a).statusCode()).isEqualTo(200);
        assertThat(tree(list)).isEqualTo(before.replace("\"Chapter\"", "\"Renamed\""));
        assertThat(body("/api/papers/" + b).get("lists")).isEmpty();
    }

    private String tree(String list) throws Exception {
        JsonNode view = body("/api/lists/" + list);
        return view.get("entries").toString() + view.get("sections");
    }

    @Test
    void mergesThatMakeNoSenseAreRefused() throws Exception {
        String a = listed(Said.of("Refused Alpha"));
        String b = listed(Said.of("Refused Beta"));
        String c = listed(Said.of("Refused Gamma"));
        assertThat(merge(a, a).statusCode()).isEqualTo(409);
        assertThat(merge(a, "nosuchpaper0").statusCode()).isEqualTo(409);
        assertThat(merge("nosuchpaper0", a).statusCode()).isEqualTo(404);
        assertThat(call("POST", "/api/papers/" + a + "/merge", "{}").statusCode())
                .isEqualTo(422);
        merge(a, b);
        var circle = merge(b, a);
        assertThat(circle.statusCode()).isEqualTo(409);
        assertThat(json(circle).at("/detail").asString()).contains("circle");
        assertThat(json(merge(c, a)).at("/detail").asString()).contains(b);
        assertThat(merge(a, c).statusCode()).isEqualTo(409); // it is merged already
        assertThat(merge(a, b).statusCode()).isEqualTo(200); // said twice
        withdraw(c, "Gone.");
        assertThat(merge(b, c).statusCode()).isEqualTo(409);
        assertThat(merge(c, b).statusCode()).isEqualTo(410);
        assertThat(patch(a, "{\"year\": 2024}").statusCode()).isEqualTo(409);
        assertThat(withdraw(a, "Why not.").statusCode()).isEqualTo(409);
        assertThat(revisions(b)).isEqualTo("submission merge");
        assertThat(revisions(c)).isEqualTo("submission withdraw");
    }

    @Test
    void mergesAndSubmissionsAtOnceLoseNothing() throws Exception {
        for (int round = 0; round < 10; round++) {
            String title = "Merged While It Came, Round " + round;
            String a = listed(Said.of(title).id("arxiv", "2608.0000" + round));
            String b = listed(Said.of("The Other of Round " + round));
            var said = Said.of(null)
                    .id("arxiv", "2608.0000" + round)
                    .in(2024)
                    .from("bob")
                    .submitted();
            Callable<Integer> merge = () -> merge(a, b).statusCode();
            Callable<Integer> submit = () -> {
                submit(said);
                return 200;
            };
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : both.invokeAll(List.of(submit, merge))) {
                    assertThat(answer.get()).isEqualTo(200);
                }
            }
            assertThat(body("/api/papers/" + b).get("sources")).hasSize(3);
            assertThat(body("/api/papers/" + b).at("/year").asInt()).isEqualTo(2024);
        }
    }

    @Test
    void theOtherWayRoundAtOnceIsOneMergeAndOneRefusal() throws Exception {
        for (int round = 0; round < 10; round++) {
            String a = listed(Said.of("This Way, Round " + round));
            String b = listed(Said.of("That Way, Round " + round));
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = both.invokeAll(List.<Callable<Integer>>of(
                        () -> merge(a, b).statusCode(), () -> merge(b, a).statusCode()));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    @Test
    void aProposalForAMergedPaperIsItsSurvivors() throws Exception {
        String a = listed(Said.of("Proposed Before Its Merge"));
        String b = listed(Said.of("Survivor of a Proposal"));
        var values = Said.of(null).in(2024).submitted();
        submit(new io.paperpress.common.events.RevisionSubmitted(
                values.submissionId(), "batch", "bob", values.submittedAt(), a, values.paper(), null, List.of()));
        merge(a, b);
        var answer = call("POST", "/api/reviews/" + values.submissionId() + "/approve", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(body("/api/papers/" + b).at("/year").asInt()).isEqualTo(2024);
    }
}
