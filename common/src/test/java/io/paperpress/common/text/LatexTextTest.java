package io.paperpress.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            Erd{\\H o}s                              | Erdős
            Erd{\\H{o}}s                             | Erdős
            {\\L}ukasz \\L{}ukasz \\L ukasz          | Łukasz Łukasz Łukasz
            \\'{\\i} {\\'\\i} \\'i \\'{i} {\\'{\\i}} | í í í í í
            \\"{\\i}                                 | ï
            {\\"u} \\"u \\"{u} {\\"{u}} {\\" u}      | ü ü ü ü ü
            \\c{c} \\c c {\\c c} \\c{C}              | ç ç ç Ç
            \\v{s} \\v s {\\v{S}} \\v{\\j}           | š š Š ǰ
            \\r a \\r{A} {\\aa} {\\AA}ngstr{\\"o}m   | å Å å Ångström
            \\k{a} \\u{g} \\.{I} \\.z \\=a \\d{s}    | ą ğ İ ż ā ṣ
            \\^{\\i} \\~n \\`e \\b{b} \\t{oo}        | î ñ è ḇ o͡o
            {\\o} {\\O}re {\\oe}uvre {\\AE} {\\ae}   | ø Øre œuvre Æ æ
            Stra{\\ss}e Stra\\ss e {\\i} {\\dj}      | Straße Straße ı đ
            \\textcommabelow{s} {\\'\\ae} {\\ng}     | ș ǽ ŋ
            Ho\\`ang {\\DJ}{\\`\\uhorn}              | Hoàng Đ\\uhorn
            \\textsc{Flash}Attention                 | FlashAttention
            \\emph{Deja} {\\em Vu} {\\bf x}          | Deja Vu x
            \\textbf{\\textit{a} b} \\mbox{c}        | a b c
            \\unknown{kept} \\unknown{{a} b}         | kept a b
            pages 1--17 --- or 1-2                   | pages 1–17 — or 1-2
            ``quoted'' `single' it's                 | “quoted” ‘single' it's
            Fig.~1 a~b                               | Fig. 1 a b
            Q\\&A 50\\% C\\# a\\_b \\{x\\}           | Q&A 50% C# a_b {x}
            \\textendash{} \\textemdash \\ldots{} x  | – —… x
            {F}lash{A}ttention {{GPU}}s              | FlashAttention GPUs
            J.\\,K. Doe\\ Roe a\\/b hy\\-phen        | J. K. Doe Roe ab hyphen
            one\\\\two                               | one two
            \\url{https://x.org/~a_b%20c}            | https://x.org/~a_b%20c
            \\href{https://x.org}{the page}          | the page
            \\textcolor{red}{big} {\\noopsort{1}}2   | big 2
            \\~{} \\textasciitilde{} \\^{}           | ~ ~ ^
            {\\TeX} and \\LaTeX{} too                | TeX and LaTeX too
            {$\\alpha$}-stable \\alpha               | $\\alpha$-stable α
            """)
    void sourceIsReadAsWhatItPrints(String source, String printed) {
        assertThat(LatexText.read(source)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            O($n\\log n$) for {$O(n^{2})$}     | O($n\\log n$) for $O(n^{2})$
            H$_{2}$O ``x''                     | H$_{2}$O “x”
            \\(x_{i}\\) and \\ensuremath{y^2}  | $x_{i}$ and $y^2$
            \\$5 or \\$6                       | \\$5 or \\$6
            {a} $5 and 6                       | a $5 and 6
            """)
    void mathStaysAndADollarStaysEscaped(String source, String printed) {
        assertThat(LatexText.read(source)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            runs -- ~10x faster, ``so'' they say | runs -- ~10x faster, ``so'' they say
            C:\\temp\\new and \\foo               | C:\\temp\\new and \\foo
            {\\em Deja} Vu of Erd\\H{o}s          | Deja Vu of Erdős
            and\\/or                              | and\\/or
            """)
    void pastedTextKeepsWhatNeedNotBeLatex(String text, String read) {
        assertThat(LatexText.readEscapes(text)).isEqualTo(read);
    }

    @Test
    void whatIsReadIsComposed() {
        String read = LatexText.read("e\u0301 \\'{e} {\\v{C}}");
        assertThat(read).isEqualTo("é é Č");
        assertThat(Normalizer.isNormalized(read, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void brokenSourceIsReadAsFarAsItGoes() {
        assertThat(LatexText.read("a\\")).isEqualTo("a\\");
        assertThat(LatexText.read("{a {b")).isEqualTo("a b");
        assertThat(LatexText.read("a}} b\\'")).isEqualTo("a b\\'");
        assertThat(LatexText.read("\\url{x")).isEqualTo("x");
        assertThat(LatexText.read("\\H")).isEqualTo("\\H");
        assertThat(LatexText.read("\\'{}")).isEqualTo("'");
        assertThat(LatexText.read("")).isEmpty();
    }

    @Test
    void hostileSourceTakesNoLongerThanItsLength() {
        for (String piece : List.of(
                "{",
                "}",
                "\\",
                "\\'",
                "\\'{",
                "$",
                "\\$",
                "\\href{",
                "\\url{",
                "\\(",
                "\\begin{$",
                "\\c ",
                "-",
                "`",
                "\\ensuremath{",
                "\\v{\\",
                "{}",
                "\\unknown{",
                "$$x")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> LatexText.read(piece.repeat(1_000_000 / piece.length())), piece);
        }
    }
}
