package io.paperpress.render.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H$_2$O: Heavy-Hitter Oracle|H<sub>2</sub>O: Heavy-Hitter Oracle",
                "$O(n^{2})$ time|O(n<sup>2</sup>) time",
                "$\\alpha$-stable $\\mathbb{R}^n$|α-stable R<sup>n</sup>",
                "$L_\\infty$ norm|L<sub>∞</sub> norm",
                "It costs $5 or more|It costs $5 or more",
                "A < B & C > \"D\"|A &lt; B &amp; C &gt; &quot;D&quot;",
                "<script>$x^{<b>}$</script>|&lt;script&gt;x<sup>&lt;b&gt;</sup>&lt;/script&gt;",
            })
    void aTitleIsEscapedAndItsMathReadable(String title, String html) {
        assertThat(Html.html(title)).isEqualTo(html);
    }

    @Test
    void aTitleHasAPlainForm() {
        assertThat(Html.plain("H$_2$O <b> & more")).isEqualTo("H2O <b> & more");
    }
}
