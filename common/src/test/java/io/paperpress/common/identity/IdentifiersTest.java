package io.paperpress.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2502.20766",
                "2502.20766v3",
                "arXiv:2502.20766",
                "arxiv: 2502.20766v1 [cs.LG]",
                "http://arxiv.org/abs/2502.20766v2",
                "https://arxiv.org/abs//2502.20766",
                "https://www.arxiv.org/pdf/2502.20766",
                "https://arxiv.org/pdf/2502.20766v2.pdf",
                "https://export.arxiv.org/abs/2502.20766",
                "https://arxiv.org/html/2502.20766v1#S3",
                "https://www.alphaxiv.org/abs/2502.20766",
                "https://huggingface.co/papers/2502.20766",
                "https://doi.org/10.48550/arXiv.2502.20766",
                "10.48550/ARXIV.2502.20766",
                "  https://arxiv.org/pdf/2502.20766  "
            })
    void everyFormOfAnArxivIdIsOneIdentifier(String form) {
        assertThat(Identifiers.recognise(form)).contains(new Identifier("arxiv", "2502.20766"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://arxiv.org/abs/hep-th/9901001v2, arxiv, hep-th/9901001",
        "https://dl.acm.org/doi/10.1145/3600006.3613145, doi, 10.1145/3600006.3613145",
        "https://dl.acm.org/doi/abs/10.1145/3600006.3613145?download=true, doi, 10.1145/3600006.3613145",
        "https://doi.org/10.1109/HPCA51647.2021.00018., doi, 10.1109/hpca51647.2021.00018",
        "doi:10.1145/3600006.3613145, doi, 10.1145/3600006.3613145",
        "https://link.springer.com/chapter/10.1007/978-3-031-72943-0_1, doi, 10.1007/978-3-031-72943-0_1",
        "https://openreview.net/forum?id=74c3Wwk8Tc, openreview, 74c3Wwk8Tc",
        "https://openreview.net/pdf?id=SHlZcInS6C, openreview, SHlZcInS6C",
        "https://openreview.net/forum?noteId=x&id=YrCvW1Hx7g#abc, openreview, YrCvW1Hx7g",
        "https://aclanthology.org/2024.acl-long.12/, acl, 2024.acl-long.12",
        "https://www.aclweb.org/anthology/P19-1001.pdf, acl, P19-1001",
        "https://www.usenix.org/system/files/osdi18-chen.pdf, usenix, osdi18-chen",
        "https://www.usenix.org/conference/osdi18/presentation/chen, usenix, osdi18-chen",
        "https://www.usenix.org/system/files/osdi22-zheng-lianmin.pdf, usenix, osdi22-zheng-lianmin",
        "./meta/2025/Týr-the-Pruner.prototxt, path, meta/2025/Týr-the-Pruner.prototxt"
    })
    void addressesOfKnownPlacesNameTheirWork(String form, String scheme, String value) {
        assertThat(Identifiers.recognise(form)).contains(new Identifier(scheme, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://github.com/NVIDIA/cutlass",
                "https://pytorch.org/blog/flexattention-for-inference/",
                "https://research.nvidia.com/labs/lpr/storm/",
                "https://files.alicdn.com/tpsservice/5c9de1c74de03972b7aa657e5a54756b.pdf",
                "2024",
                "Attention is all you need"
            })
    void whatNamesNoWorkIsNotRecognised(String text) {
        assertThat(Identifiers.recognise(text)).isEmpty();
    }

    @Test
    void aFieldKeepsItsSchemeWhereTheValueHasNoKnownForm() {
        assertThat(Identifiers.of("ISBN", " 978-3-16 ")).isEqualTo(new Identifier("isbn", "978-3-16"));
        assertThat(Identifiers.of("openreview", "74c3Wwk8Tc")).isEqualTo(new Identifier("openreview", "74c3Wwk8Tc"));
        assertThat(Identifiers.of("arxiv", "https://arxiv.org/abs/2502.20766v2"))
                .isEqualTo(new Identifier("arxiv", "2502.20766"));
    }

    @Test
    void theStrongestIdentifierDoesNotDependOnTheOrder() {
        var doi = new Identifier("doi", "10.1/x");
        var arxiv = new Identifier("arxiv", "2502.20766");
        var isbn = new Identifier("isbn", "1");

        assertThat(Identifiers.strongest(List.of(isbn, doi, arxiv))).contains(arxiv);
        assertThat(Identifiers.strongest(List.of(arxiv, isbn, doi))).contains(arxiv);
        assertThat(Identifiers.strongest(List.of(isbn))).isEmpty();
    }

    @Test
    void anAddressOfAnyLengthIsReadOnASmallStack() {
        for (var text : List.of("a.", "a/", "a-", "10.1/", "?id=", "&")) {
            for (var start : List.of("", "https://", "https://a.b/", "https://openreview.net/forum?")) {
                assertThat(Identifiers.recognise(start + text.repeat(100_000))).isEmpty();
            }
        }
    }
}
