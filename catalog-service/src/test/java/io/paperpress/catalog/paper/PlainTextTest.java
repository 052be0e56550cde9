package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Erd{\\H o}s                      | Erdős
                    Erd{\\H{o}}s                     | Erdős
                    Erd\\H{o}s                       | Erdős
                    Schr{\\"o}dinger                 | Schrödinger
                    Schr\\"odinger                   | Schrödinger
                    {\\L}ukasz                       | Łukasz
                    Fran\\c{c}ois                    | François
                    Fran{\\c c}ois                   | François
                    Mart{\\'\\i}n                    | Martín
                    Mart{\\'{\\i}}n                  | Martín
                    Dvo{\\v{r}}{\\'a}k               | Dvořák
                    Stra{\\ss}e                      | Straße
                    Sm{\\o}rgås                      | Smørgås
                    {High-Performance} Tensors       | High-Performance Tensors
                    {\\emph{Deja} Vu}                | Deja Vu
                    Tracking \\& Triggering          | Tracking & Triggering
                    Tracking & Triggering            | Tracking & Triggering
                    Tracking &amp; Triggering        | Tracking & Triggering
                    Andr&eacute; &#233; &#xE9;       | André é é
                    AT&T; and R&D                    | AT&T; and R&D
                    50\\% off                        | 50% off
                    """)
    void escapesAreReadAsTheLettersTheyStandFor(String written, String read) {
        assertThat(PlainText.of(written)).isEqualTo(read);
    }

    @Test
    void mathStaysAsItIs() {
        assertThat(PlainText.of("Radial Attention: $O(n\\log n)$ and H$_{2}$O of {\\'E}mile"))
                .isEqualTo("Radial Attention: $O(n\\log n)$ and H$_{2}$O of Émile");
    }

    @Test
    void aLonelyDollarIsADollar() {
        assertThat(PlainText.of("Training {LLM}s for \\$5 or 5$")).isEqualTo("Training LLMs for $5 or 5$");
    }

    @Test
    void whiteSpaceAndInvisibleCharactersAreSetRight() {
        assertThat(PlainText.of(" Deja\u00A0 \tVu\u200B\u0007\n")).isEqualTo("Deja Vu");
    }

    @Test
    void onlyBlanksThatStandAloneBetweenWordsAreLeftAsTheyAre() {
        assertThat(PlainText.of("Deja Vu")).isEqualTo("Deja Vu");
        assertThat(PlainText.of("Deja  Vu")).isEqualTo("Deja Vu");
        assertThat(PlainText.of(" Deja Vu")).isEqualTo("Deja Vu");
        assertThat(PlainText.of("Deja Vu ")).isEqualTo("Deja Vu");
        assertThat(PlainText.of("\u007F")).isEmpty();
        assertThat(PlainText.of(" ")).isEmpty();
        assertThat(PlainText.of("")).isEmpty();
    }

    @Test
    void anEscapedEscapeIsReadOnce() {
        assertThat(PlainText.of("&amp;lt;")).isEqualTo("&lt;");
    }

    @Test
    void aReferenceToNoCharacterStays() {
        assertThat(PlainText.of("&#55357; &#0; &#9999999; &bogus;")).isEqualTo("&#55357; &#0; &#9999999; &bogus;");
    }
}
