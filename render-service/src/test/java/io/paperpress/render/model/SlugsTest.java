package io.paperpress.render.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ICLR|iclr",
                "AutoML Workshop|automl-workshop",
                "Ecole Polytechnique Fédérale de Lausanne|ecole-polytechnique-federale-de-lausanne",
                "Paul Erdős|paul-erdos",
                "Łukasz Kaiser|lukasz-kaiser",
                "Türkiye's  Institute, Inc.|turkiye-s-institute-inc",
                "Москва|moskva",
                "清华大学|qing-hua-da-xue",
                "straße|strasse",
            })
    void aNameBecomesAsciiWordsWithHyphens(String name, String slug) {
        assertThat(Slugs.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "***", "…", "😀", "--"})
    void aNameWithoutLettersGetsASlugOfItsOwn(String name) {
        assertThat(Slugs.of(name)).matches("n-[0-9a-f]{10}");
    }

    @Test
    void distinctNamesHaveDistinctSlugsEvenWhereTheyFoldAlike() {
        assertThat(Slugs.of("MIT")).isEqualTo(Slugs.of("mit"));
        assertThat(Slugs.distinct("MIT")).startsWith("mit-").isNotEqualTo(Slugs.distinct("mit"));
    }

    @Test
    void theAddressOfLaterPagesIsNoSlug() {
        assertThat(Slugs.of("Page")).startsWith("page-");
    }

    @Test
    void aSlugIsAlwaysTheSameAndNeverLong() {
        var long80 = Slugs.of("word ".repeat(100));

        assertThat(long80).hasSizeLessThanOrEqualTo(80).doesNotEndWith("-");
        assertThat(Slugs.of("a".repeat(500))).isEqualTo(Slugs.of("a".repeat(500)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a/b", "a\\b", "a\u0000b", "<script>", "%2e%2e", "\u202egnp.exe"})
    void aSlugIsHarmlessInAPath(String name) {
        assertThat(Slugs.of(name)).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }
}
