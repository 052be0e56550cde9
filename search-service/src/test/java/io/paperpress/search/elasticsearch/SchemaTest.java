package io.paperpress.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.search.words.Stems;
import io.paperpress.search.words.Variants;
import io.paperpress.search.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * An index only holds what was written by one schema and one way to cut words. When this fails and an index of the old
 * kind is in use anywhere, raise the version in {@link Indexes}; then write the new sum here.
 */
class SchemaTest {

    private static final String TEXT = """
            Týr-the-Pruner: Unlocking 50% H$_2$O FlashAttention2 Flash Attention 2 KV-caches Qwen2.5-VL LLMs' $\\log n$
            Erdős Łukasz Weiß 稀疏 Ёж ﬁne x² don't Frantar's attention_sparsity 2502.20766 analyses of bias
            """;

    @Test
    void theIndexesAreThoseOfTheirVersion() throws Exception {
        assertThat(sum("papers")).isEqualTo("eae635f1aab8");
        assertThat(sum("lists")).isEqualTo("1b7a06e0b76e");
        assertThat(sum("names")).isEqualTo("083fb81e229a");
    }

    private static String sum(String alias) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(new ClassPathResource("elasticsearch/" + alias + ".json").getContentAsByteArray());
        if (alias.equals(Indexes.PAPERS)) {
            var stems =
                    Words.of(TEXT).stream().map(word -> Stems.of(word.form())).toList();
            String words = Words.forms(TEXT) + Variants.ofTitle(TEXT) + Variants.ofText(TEXT) + stems;
            digest.update(words.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }
}
