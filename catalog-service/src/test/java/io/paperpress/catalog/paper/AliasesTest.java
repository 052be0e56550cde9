package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.paper.Aliases.Alias;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.NameKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AliasesTest {

    private static final String ORCID = "0000-0002-1825-0097";

    @Test
    void aNameMatchesWithoutCaseAccentsAndWhiteSpace() {
        var aliases = new Aliases(List.of(institution("ETH Zürich", "ETH")));
        assertThat(aliases.canonical(NameKind.INSTITUTION, "eth  zurich")).isEqualTo("ETH");
        assertThat(aliases.canonical(NameKind.AUTHOR, "eth zurich")).isEqualTo("eth zurich");
        assertThat(aliases.canonical(NameKind.INSTITUTION, "ETH Zurich Lab")).isEqualTo("ETH Zurich Lab");
    }

    @Test
    void anOrcidComesBeforeWhatIsSaidOfTheNameAlone() {
        var aliases = new Aliases(List.of(
                author("Wei Wang", "Wei Wang 0001", null),
                author("Wei Wang", "Wei Wang 0002", ORCID),
                author("Wei Wang", "Wei Wang 0003", null, "paper3")));
        assertThat(aliases.canonical(Author.named("Wei Wang"), "paper1").name()).isEqualTo("Wei Wang 0001");
        assertThat(aliases.canonical(new Author("wei wang", ORCID), "paper1"))
                .isEqualTo(new Author("Wei Wang 0002", ORCID));
        assertThat(aliases.canonical(Author.named("Wei Wang"), "paper3").name()).isEqualTo("Wei Wang 0003");
    }

    @Test
    void aCircleThatIsThereAllTheSameEnds() {
        var aliases = new Aliases(List.of(institution("A", "B"), institution("B", "C"), institution("C", "A")));
        assertThat(aliases.canonical(NameKind.INSTITUTION, "A")).isEqualTo("A");
    }

    @Test
    void howeverAliasesWereMadeAllLeadToTheEnd() {
        var random = new Random(42);
        for (int round = 0; round < 200; round++) {
            var all = new ArrayList<Alias>();
            int names = 2 + random.nextInt(12);
            // every name leads to one with a higher number, so that all end at the last
            for (int i = 0; i < names - 1; i++) {
                all.add(institution("N" + i, "N" + (i + 1 + random.nextInt(names - i - 1))));
            }
            Collections.shuffle(all, random);
            var aliases = new Aliases(all);
            for (int i = 0; i < names; i++) {
                assertThat(aliases.canonical(NameKind.INSTITUTION, "N" + i)).isEqualTo("N" + (names - 1));
                assertThat(aliases.lead(NameKind.INSTITUTION, "n" + i, "N" + (names - 1)))
                        .isTrue();
            }
            assertThat(aliases.leadingTo(NameKind.INSTITUTION, "N" + (names - 1)))
                    .hasSize(names);
        }
    }

    private static Alias institution(String name, String canonical) {
        return new Alias(NameKind.INSTITUTION, name, canonical, null, Set.of());
    }

    private static Alias author(String name, String canonical, @Nullable String orcid, String... papers) {
        return new Alias(NameKind.AUTHOR, name, canonical, orcid, Set.of(papers));
    }
}
