package io.paperpress.catalog.naming.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.naming.likeness.AuthorLikeness.Author;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuthorLikenessTest {

    private static final AuthorLikeness LIKENESS = new AuthorLikeness(name -> Map.of(
                    "W. Wang", Set.of("ada byron", "bob"),
                    "Wei Wang", Set.of("ada byron", "eve"),
                    "Wen Wang", Set.of("carol"))
            .getOrDefault(name, Set.of()));

    @Test
    void aNameInShortIsOfWhoeverWroteWithTheSamePeople() {
        assertThat(among("W. Wang", "Wei Wang", "Wen Wang")).containsExactly("W. Wang -> Wei Wang");
    }

    @Test
    void accentsMakeNoOtherPerson() {
        assertThat(among("José García", "José García", "Jose Garcia")).containsExactly("Jose Garcia -> José García");
    }

    @Test
    void differentOrcidsAreDifferentPeople() {
        var one = new Author(new NameUse("Zoë Li", 1, List.of()), Set.of("0000-0000-0000-0001"));
        var other = new Author(new NameUse("Zoe Li", 1, List.of()), Set.of("0000-0000-0000-0002"));
        assertThat(LIKENESS.among(List.of(one, other))).isEmpty();
    }

    private static List<String> among(String... names) {
        return LIKENESS
                .among(Stream.of(names)
                        .distinct()
                        .map(name -> new Author(
                                new NameUse(
                                        name,
                                        Stream.of(names).filter(name::equals).count(),
                                        List.of()),
                                Set.of()))
                        .toList())
                .stream()
                .map(like -> like.name().name() + " -> " + like.canonical().name())
                .toList();
    }
}
