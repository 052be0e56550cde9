package io.paperpress.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StemsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prune pruned pruning pruner",
                "sparse sparsity",
                "quantize quantized quantizing quantization",
                "accelerate accelerating acceleration accelerator accelerated",
                "overlap overlapping overlapped",
                "decode decoding decoder decoded",
                "efficient efficiency efficiently",
                "compress compressed compressing compression",
                "serve serving server",
                "distribute distributed distribution"
            })
    void formsOfOneWordMeet(String forms) {
        assertThat(Arrays.stream(forms.split(" ")).map(Stems::of).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"llm", "h2o", "2025", "int8", "sing", "red", "稀"})
    void namesAndShortWordsStayAsTheyAre(String form) {
        assertThat(Stems.of(form)).isEqualTo(form);
    }

    @Test
    void aStemIsNeverShorterThanThreeLetters() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String form = random.ints(4 + random.nextInt(9), 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Stems.of(form)).hasSizeBetween(3, form.length() + 1);
        }
    }
}
