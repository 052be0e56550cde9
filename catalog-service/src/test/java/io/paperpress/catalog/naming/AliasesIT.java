package io.paperpress.catalog.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.catalog.testing.Said;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AliasesIT extends WithNames {

    @Autowired
    private Renaming renaming;

    @Test
    void anAliasIsShownEverywhereUntilItIsTakenBack() {
        String paper = listed(Said.of("Shown under Another Name").at("Quux Inst", "MIT"));
        var view = put(alias("institution", "QUUX  inst"), "{\"canonical\": \"Quux Institute of Names\"}");
        assertThat(view.at("/papers").asInt()).isEqualTo(1);
        assertThat(view.at("/aliases/0/changedBy").asString()).isEqualTo("test-maintainer");

        awaitShown(paper, "/institutions/0", "Quux Institute of Names");
        assertThat(paper(paper).at("/institutions/1").asString()).isEqualTo("MIT");
        assertThat(paper(paper).at("/sources/0/values/institutions/0").asString())
                .isEqualTo("Quux Inst");
        var revision = get("/api/papers/" + paper + "/revisions/2");
        assertThat(revision.at("/submitter").asString()).isEqualTo("test-maintainer");

        delete(alias("institution", "Quux Inst"));
        awaitShown(paper, "/institutions/0", "Quux Inst");
        assertThat(send("GET", alias("institution", "Quux Inst"), null).statusCode())
                .isEqualTo(404);
        refused("DELETE", alias("institution", "Quux Inst"), "", 404, "alias-not-found");
    }

    @Test
    void whatIsSubmittedAfterwardsHasTheCanonicalNameAtOnce() {
        put(alias("institution", "Later Univ."), "{\"canonical\": \"Later University\"}");
        var first =
                Said.of("Submitted Later").at("Later Univ.", "Later University").in("ICML");
        String paper = listed(first);
        assertThat(paper(paper).at("/institutions").toString()).isEqualTo("[\"Later University\"]");

        var again = Said.of("Submitted Later").at("later univ.").from("bob").submitted();
        submit(again);
        assertThat(outcome(again, "decision")).isEqualTo("DUPLICATE");
    }

    @Test
    void aChainIsFollowedAndNeverClosed() {
        String paper = listed(Said.of("At the End of a Chain").at("Chain A"));
        put(alias("institution", "Chain A"), "{\"canonical\": \"Chain B\"}");
        put(alias("institution", "Chain B"), "{\"canonical\": \"Chain C\"}");
        awaitShown(paper, "/institutions/0", "Chain C");
        assertThat(get(alias("institution", "Chain A")).at("/aliases/0/shown").asString())
                .isEqualTo("Chain C");

        refused("PUT", alias("institution", "Chain C"), "{\"canonical\": \"chain a\"}", 409, "alias-circle");
        refused("PUT", alias("institution", "Chain B"), "{\"canonical\": \"Chain A\"}", 409, "alias-circle");
        delete(alias("institution", "Chain B"));
        awaitShown(paper, "/institutions/0", "Chain B");
    }

    @Test
    void theSpellingOfANameIsAnAliasToo() {
        String paper = listed(Said.of("Spelled Well").at("spelled univeristé"));
        put(alias("institution", "spelled univeriste"), "{\"canonical\": \"Spelled Univeristé\"}");
        awaitShown(paper, "/institutions/0", "Spelled Univeristé");
    }

    @Test
    void oneNameIsSplitIntoThePeopleWhoBearIt() {
        String first = listed(Said.of("By the First of Them").by("Wei Split", "Ada Split"));
        String second = listed(Said.of("By the Second of Them").by("Wei Split"));
        String other = listed(Said.of("By Somebody Else").by("Ada Byron"));
        put(
                alias("author", "Wei Split"),
                "{\"canonical\": \"Wei Split 0002\", \"papers\": [\"%s\"]}".formatted(second));
        awaitShown(second, "/authors/0/name", "Wei Split 0002");
        assertThat(paper(first).at("/authors/0/name").asString()).isEqualTo("Wei Split");

        put(alias("author", "Wei Split"), "{\"canonical\": \"Wei Split 0001\"}");
        awaitShown(first, "/authors/0/name", "Wei Split 0001");
        assertThat(paper(second).at("/authors/0/name").asString()).isEqualTo("Wei Split 0002");

        refused(
                "PUT",
                alias("author", "Wei Split"),
                "{\"canonical\": \"Wei Split 0003\", \"papers\": [\"%s\"]}".formatted(other),
                422,
                "unusable-name");
        refused(
                "PUT",
                alias("author", "Wei Split"),
                "{\"canonical\": \"Wei Split 0003\", \"papers\": [\"%s\"]}".formatted(second),
                409,
                "alias-conflict");
        delete(alias("author", "Wei Split") + "?canonical=Wei%20Split%200002");
        awaitShown(second, "/authors/0/name", "Wei Split 0001");
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        long before = count();
        refused("PUT", "/api/aliases/animal/Cat", "{\"canonical\": \"Dog\"}", 404, "name-kind-not-found");
        String some = alias("institution", "Some Where");
        refused("PUT", some, "{}", 422, "unusable-name");
        refused("PUT", some, "{\"canonical\": \" \\t \"}", 422, "unusable-name");
        refused("PUT", some, "{\"canonical\": \"Some  Where\"}", 422, "unusable-name");
        refused("PUT", some, "{\"canonical\": \"%s\"}".formatted("x".repeat(501)), 422, "unusable-name");
        refused("PUT", some, "{\"canonical\": \"X\\u0000Y\"}", 422, "unusable-name");
        refused("PUT", alias("institution", " "), "{\"canonical\": \"Somewhere\"}", 422, "unusable-name");
        refused("PUT", some, "{\"canonical\": \"X\", \"papers\": [\"x\"]}", 422, "unusable-name");
        refused("PUT", alias("author", "A B"), "{\"canonical\": \"X Y\", \"orcid\": \"1\"}", 422, "unusable-name");
        refused("PUT", some, "{\"canonical\": [", 400, "bad-request");
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return db.sql("SELECT (SELECT count(*) FROM alias) + (SELECT count(*) FROM name_change)")
                .query(Long.class)
                .single();
    }

    @Test
    void namesHoldWhateverSignsTheyHold() {
        for (String name : java.util.List.of("AT/T Labs", "100% Labs", "A;B Labs", "Ünï/Läbs \"x\"", "a//b", "what?")) {
            put(alias("institution", name), "{\"canonical\": \"Labs of %d\"}".formatted(name.length()));
            assertThat(get(alias("institution", name)).at("/name").asString()).isEqualTo(name);
            delete(alias("institution", name));
        }
    }

    @Test
    void allAliasesAreWalkedByPages() {
        for (int i = 0; i < 5; i++) {
            put(alias("venue", "Walked " + i), "{\"canonical\": \"Walk\"}");
        }
        var first = get("/api/aliases/venue?canonical=walk&size=3");
        assertThat(first.at("/aliases")).hasSize(3);
        var second = get("/api/aliases/venue?canonical=walk&size=3&after="
                + first.at("/after").asString());
        assertThat(second.at("/aliases/1/name").asString()).isEqualTo("Walked 4");
        assertThat(second.has("after")).isFalse();
        refused("GET", "/api/aliases/venue?after=%25", "", 400, "bad-request");
    }

    @Test
    void aRestartGoesOnWithWhatIsToBeRenamed() {
        String paper = listed(Said.of("Renamed after a Restart").at("Restart Univ"));
        renaming.stop();
        put(alias("institution", "Restart Univ"), "{\"canonical\": \"Restart University\"}");
        assertThat(paper(paper).at("/institutions/0").asString()).isEqualTo("Restart Univ");
        renaming.start();
        awaitShown(paper, "/institutions/0", "Restart University");
    }

    @Test
    void papersThatWereThereBeforeNamesWereKeptAreFound() {
        String paper = listed(Said.of("There before Names Were Kept").at("Early Univ"));
        renaming.stop();
        db.sql("DELETE FROM paper_names WHERE paper_id = :id")
                .param("id", paper)
                .update();
        put(alias("institution", "Early Univ"), "{\"canonical\": \"Early University\"}");
        renaming.start();
        awaitShown(paper, "/institutions/0", "Early University");
    }

    @Test
    void sourcesThatNameAVenueByItsAliasDoNotDisagree() {
        put(alias("venue", "Conf of Aliases"), "{\"canonical\": \"CoA\"}");
        String paper = listed(Said.of("Agreed on under Two Names").in("CoA"));
        listed(Said.of("Agreed on under Two Names").in("Conf of Aliases", 2024).from("bob"));
        assertThat(paper(paper).at("/conflicts").toString()).doesNotContain("venue");
        delete(alias("venue", "Conf of Aliases"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("/api/curation?kind=conflicting-claims&size=1000")
                                .toString())
                        .contains("Conf of Aliases"));
    }
}
