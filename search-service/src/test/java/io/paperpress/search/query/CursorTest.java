package io.paperpress.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Search SEARCH = search("sparse", SortOrder.RELEVANCE, Map.of());
    private static final Cursor CURSOR =
            new Cursor(Leniency.FORGIVING, List.of(FieldValue.of(12.5), FieldValue.of("0123456789ab")));

    @Test
    void aCursorSurvivesItsWayThroughTheUrl() {
        String text = CURSOR.encode(SEARCH);
        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(text, SEARCH)).hasValueSatisfying(read -> {
            assertThat(read.leniency()).isEqualTo(Leniency.FORGIVING);
            assertThat(read.values().get(0).doubleValue()).isEqualTo(12.5);
            assertThat(read.values().get(1).stringValue()).isEqualTo("0123456789ab");
        });
    }

    @Test
    void aCursorContinuesNoOtherSearch() {
        String text = CURSOR.encode(SEARCH);
        assertThat(Cursor.decode(text, search("dense", SortOrder.RELEVANCE, Map.of())))
                .isEmpty();
        assertThat(Cursor.decode(text, search("sparse", SortOrder.NEWEST, Map.of())))
                .isEmpty();
        assertThat(Cursor.decode(text, search("sparse", SortOrder.RELEVANCE, Map.of(Filter.YEAR, List.of("2024")))))
                .isEmpty();
    }

    @Test
    void thePageSizeMayChangeOnTheWay() {
        var larger = new Search("sparse", Map.of(), SortOrder.RELEVANCE, 50, null, null);
        assertThat(Cursor.decode(CURSOR.encode(SEARCH), larger)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%%%", "W10", "bnVsbA", "e30", "[]", "WzEsMiwzLDRd"})
    void whatIsNoCursorIsRecognised(String forged) {
        assertThat(Cursor.decode(forged, SEARCH)).isEmpty();
    }

    @Test
    void aCursorWithImpossibleValuesIsRecognised() {
        String real = new String(Base64.getUrlDecoder().decode(CURSOR.encode(SEARCH)), StandardCharsets.UTF_8);
        for (String forged : List.of(
                real.replace("12.5", "\"12.5\""),
                real.replace("12.5", "1e999"),
                real.replace("12.5", "{}"),
                real.replace("\"0123456789ab\"", "7"),
                real.replace("\"0123456789ab\"", "\"" + "x".repeat(2000) + "\""),
                real.replace(",1,", ",true,"),
                real.replace(",1,", ",3,"),
                real.replace(",1,", ",-1,"),
                real.replace("]", ",1]"))) {
            String text = Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
            assertThat(Cursor.decode(text, SEARCH)).as(forged).isEmpty();
        }
    }

    private static Search search(String q, SortOrder sort, Map<Filter, List<String>> filters) {
        return new Search(q, filters, sort, 20, null, null);
    }
}
