package io.paperpress.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Peking University | peking  university
            ETH Zürich | ETH Zurich
            Université Grenoble | UNIVERSITE GRENOBLE
            Lars Øberg | lars oberg
            Łukasz Kaiser | Lukasz Kaiser
            Hong Kong\u00a0UST | hong kong ust
            Pierre–Louis | Pierre-Louis
            People’s Hospital | People's Hospital
            ＣＭＵ | CMU
            attention_sparsity | Attention Sparsity
            """)
    void oneNameHasOneForm(String name, String other) {
        assertThat(NameFold.of(name)).isEqualTo(NameFold.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Zhe Jiang University | Zhejiang University
            AT&T | ATT
            Wei Wang 0001 | Wei Wang 0002
            U.C. Berkeley | UC Berkeley
            """)
    void otherNamesHaveOthers(String name, String other) {
        assertThat(NameFold.of(name)).isNotEqualTo(NameFold.of(other));
    }

    @Test
    void aLongNameIsCutAndStaysItself() {
        String name = "x".repeat(9_000);
        assertThat(NameFold.of(name)).hasSizeLessThan(340).isNotEqualTo(NameFold.of(name + "y"));
        assertThat(NameFold.of(" \t")).isEmpty();
    }
}
