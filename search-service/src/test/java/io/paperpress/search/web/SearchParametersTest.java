package io.paperpress.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.paperpress.common.web.ProblemException;
import io.paperpress.search.query.Filter;
import io.paperpress.search.query.PaperRevision;
import io.paperpress.search.query.SortOrder;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class SearchParametersTest {

    @Test
    void nothingAskedIsEverything() {
        var search = SearchParameters.read(parameters(""));
        assertThat(search.q()).isEmpty();
        assertThat(search.filters()).isEmpty();
        assertThat(search.size()).isEqualTo(20);
        assertThat(search.sort()).isEqualTo(SortOrder.RELEVANCE);
    }

    @Test
    void everyParameterIsRead() {
        var search = SearchParameters.read(
                parameters("q=x&year=2024&year=2025&has=code&sort=recentlyAdded&size=100&minRevision=abc:7&venue="));
        assertThat(search.filters())
                .containsOnly(
                        java.util.Map.entry(Filter.YEAR, List.of("2024", "2025")),
                        java.util.Map.entry(Filter.HAS, List.of("code")));
        assertThat(search.sort()).isEqualTo(SortOrder.RECENTLY_ADDED);
        assertThat(search.size()).isEqualTo(100);
        assertThat(search.minRevision()).isEqualTo(new PaperRevision("abc", 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=-1",
                "size=101",
                "size=ten",
                "size=99999999999",
                "year=abc",
                "year=20245",
                "year=2023..2025",
                "has=everything",
                "sort=best",
                "minRevision=7",
                "minRevision=abc:-1",
                "minRevision=abc:9999999999999999999"
            })
    void whatCannotBeReadIsRefused(String query) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SearchParameters.read(parameters(query)))
                .withMessageContaining(query.substring(0, query.indexOf('=')));
    }

    @Test
    void tooManyFilterValuesAreRefused() {
        var many = parameters("");
        many.put(
                "author",
                Collections.nCopies(101, "x").stream()
                        .map(x -> x + Math.random())
                        .toList());
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> SearchParameters.read(many));
    }

    private static MultiValueMap<String, String> parameters(String query) {
        return new org.springframework.util.LinkedMultiValueMap<>(
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams());
    }
}
