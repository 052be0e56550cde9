package io.paperpress.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexSourceTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                    Q&A         | Q\\&A
                    100% of C#  | 100\\% of C\\#
                    a_b {c}     | a\\_b \\{c\\}
                    H$_2$O      | H$_2$O
                    -- and ''   | -{}- and '{}'
                    ~ and ^     | \\textasciitilde{} and \\textasciicircum{}
                    C:\\temp    | C:\\textbackslash{}temp
                    $5          | \\$5
                    \\$5        | \\$5
                    Týr         | Týr
                    """)
    void signsThatLatexReadsOtherwiseAreEscaped(String text, String source) {
        assertThat(LatexSource.of(text)).isEqualTo(source);
    }

    /** But for a dollar, which is told from math from then on. */
    @Test
    void whatIsWrittenIsReadBack() {
        var random = new Random(7);
        String signs = "ab é∈字 &%#_{}~^\\-'`.,:;\"";
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
            assertThat(LatexText.read(LatexSource.of(plain)))
                    .as(LatexSource.of(plain))
                    .isEqualTo(plain);
        }
    }
}
