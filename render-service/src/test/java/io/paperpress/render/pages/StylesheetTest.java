package io.paperpress.render.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StylesheetTest {

    @Test
    void textOnEveryVenueColourIsReadable() {
        Vocabulary.colours().all().forEach((venue, hex) -> {
            var background = Stylesheet.readable(Integer.parseInt(hex, 16));
            assertThat(Stylesheet.contrast(background, Stylesheet.text(background)))
                    .as(venue)
                    .isGreaterThanOrEqualTo(4.5);
        });
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(Stylesheet.contrast(0x000000, 0xffffff)).isEqualTo(21.0);
        assertThat(Stylesheet.contrast(0x777777, 0xffffff)).isBetween(4.47, 4.49);
    }
}
