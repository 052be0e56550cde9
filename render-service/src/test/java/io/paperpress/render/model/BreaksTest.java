package io.paperpress.render.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreaksTest {

    @Test
    void aKeyStandsOnThePageThatBeginsBeforeIt() {
        var breaks = new Breaks();
        breaks.add("m", 2);
        breaks.add("g", 3);

        assertThat(breaks.of("a").number()).isEqualTo(1);
        assertThat(breaks.of("g").number()).isEqualTo(3);
        assertThat(breaks.of("lz").number()).isEqualTo(3);
        assertThat(breaks.of("z").number()).isEqualTo(2);
        assertThat(breaks.around(breaks.of("h"))).containsExactly(1, 3, 2);
        assertThat(breaks.nextNumber()).isEqualTo(4);
    }

    @Test
    void aShortShelfIsOnePage() {
        var breaks = new Breaks();

        assertThat(breaks.isLong()).isFalse();
        assertThat(breaks.ranges()).containsExactly(new Breaks.Range(1, "", null));
    }
}
