package io.paperpress.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleFingerprintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deja Vu: Contextual Sparsity for Efficient LLMs at Inference Time | Deja vu: Contextual sparsity for efficient llms at inference time",
                "H$_2$O: Heavy-Hitter Oracle | H2o: Heavy-hitter oracle",
                "Qwen2. 5-vl technical report | Qwen2.5-VL Technical Report",
                "Týr-the-Pruner | Tyr the pruner",
                "$\\mathcal{O}(n \\log n)$ Sorting | O(n log n) sorting",
                "Ansor: Generating {High-Performance} tensor programs | Ansor: Generating High-Performance Tensor Programs"
            })
    void waysOfPrintingOneTitleAreEqual(String one, String other) {
        assertThat(TitleFingerprint.of(one)).isEqualTo(TitleFingerprint.of(other));
    }

    @Test
    void differentTitlesDiffer() {
        assertThat(TitleFingerprint.of("Qwen2.5-VL Technical Report"))
                .isNotEqualTo(TitleFingerprint.of("Qwen3 Technical Report"));
        assertThat(TitleFingerprint.of("论文一")).isNotEmpty().isNotEqualTo(TitleFingerprint.of("论文二"));
    }

    @Test
    void aTitleThatManyWorksBearIsGeneric() {
        assertThat(TitleFingerprint.isGeneric(TitleFingerprint.of("Preface"))).isTrue();
        assertThat(TitleFingerprint.isGeneric(TitleFingerprint.of("Table of Contents")))
                .isTrue();
        assertThat(TitleFingerprint.isGeneric(TitleFingerprint.of("paper title")))
                .isTrue();
        assertThat(TitleFingerprint.isGeneric(TitleFingerprint.of("Qwen3 Technical Report")))
                .isFalse();
    }
}
