package io.paperpress.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {

    @ParameterizedTest
    @CsvSource({
        "atention, attention, true",
        "attetnion, attention, true",
        "attennntion, attention, true",
        "attennnntion, attention, false",
        "ttention, attention, false",
        "lama, llama, true",
        "lma, llama, false",
        "tyr, tyr, true",
        "tyr, try, false",
        "2024, 2025, false"
    })
    void longWordsForgiveMoreThanShortOnes(String typed, String found, boolean forgiven) {
        assertThat(Typos.forgives(typed, found)).isEqualTo(forgiven);
    }
}
