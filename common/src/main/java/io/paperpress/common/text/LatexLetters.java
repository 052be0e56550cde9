package io.paperpress.common.text;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What LaTeX's commands for letters, accents and signs print. */
final class LatexLetters {

    /** Accent command to combining character, which normalisation joins with its letter. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            entry("`", "\u0300"),
            entry("'", "\u0301"),
            entry("^", "\u0302"),
            entry("~", "\u0303"),
            entry("=", "\u0304"),
            entry("u", "\u0306"),
            entry(".", "\u0307"),
            entry("\"", "\u0308"),
            entry("r", "\u030A"),
            entry("H", "\u030B"),
            entry("v", "\u030C"),
            entry("G", "\u030F"),
            entry("U", "\u030E"),
            entry("d", "\u0323"),
            entry("textcommabelow", "\u0326"),
            entry("c", "\u0327"),
            entry("k", "\u0328"),
            entry("b", "\u0331"),
            entry("t", "\u0361"));

    private static final Map<Character, String> SPACING = Map.ofEntries(
            entry(' ', " "),
            entry('\n', " "),
            entry('\r', " "),
            entry('\t', " "),
            entry(',', " "),
            entry(';', " "),
            entry(':', " "),
            entry('\\', " "),
            entry('!', ""),
            entry('/', ""),
            entry('-', ""),
            entry('@', ""));

    private static final Set<String> DOTLESS = Set.of("i", "j");

    /** Pairs of a command and what it prints. */
    private static final Map<String, String> NAMED = pairs("""
            ss ß  SS ẞ  o ø  O Ø  l ł  L Ł  ae æ  AE Æ  oe œ  OE Œ  aa å  AA Å  dh ð  DH Ð  dj đ  DJ Đ  th þ  TH Þ
            ng ŋ  NG Ŋ  i ı  j ȷ
            textendash –  textemdash —  textquoteleft ‘  textquoteright ’  textquotedblleft “  textquotedblright ”
            textquotesingle '  textquotedbl "  quotesinglbase ‚  quotedblbase „  guillemotleft «  guillemotright »
            guilsinglleft ‹  guilsinglright ›  lq ‘  rq ’  ldots …  dots …  textellipsis …
            textbackslash \\  textasciitilde ~  textasciicircum ^  textasciigrave `  textunderscore _  textbar |
            textless <  textgreater >  textbraceleft {  textbraceright }  textdollar \\$  textnumbersign #
            textdegree °  degree °  textregistered ®  texttrademark ™  copyright ©  textcopyright ©  pounds £
            textsterling £  texteuro €  euro €  textyen ¥  S §  textsection §  P ¶  textparagraph ¶  dag †  ddag ‡
            textdagger †  textdaggerdbl ‡  textbullet •  textperiodcentered ·  cdot ·  textmu µ  textpm ±  pm ±
            times ×  texttimes ×  textonehalf ½  textonesuperior ¹  texttwosuperior ²  textthreesuperior ³
            textordfeminine ª  textordmasculine º  textexclamdown ¡  textquestiondown ¿
            rightarrow →  to →  leftarrow ←  leftrightarrow ↔  textrightarrow →  textleftarrow ←  infty ∞  leq ≤  geq ≥
            neq ≠  approx ≈  sim ∼  ell ℓ
            alpha α  beta β  gamma γ  delta δ  epsilon ε  varepsilon ε  zeta ζ  eta η  theta θ  iota ι  kappa κ
            lambda λ  mu μ  nu ν  xi ξ  pi π  rho ρ  sigma σ  tau τ  upsilon υ  phi φ  varphi φ  chi χ  psi ψ  omega ω
            Gamma Γ  Delta Δ  Theta Θ  Lambda Λ  Xi Ξ  Pi Π  Sigma Σ  Upsilon Υ  Phi Φ  Psi Ψ  Omega Ω
            TeX TeX  LaTeX LaTeX  LaTeXe LaTeX2e  BibTeX BibTeX
            """);

    /** Commands that print a blank. */
    private static final Set<String> BLANKS =
            Set.of("quad", "qquad", "enspace", "thinspace", "space", "newline", "par", "linebreak", "nobreakspace");

    private LatexLetters() {}

    private static Map<String, String> pairs(String table) {
        var words = table.strip().split("\\s+");
        var pairs = new java.util.HashMap<String, String>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return Map.copyOf(pairs);
    }

    static @Nullable String accent(String command) {
        return ACCENTS.get(command);
    }

    static @Nullable String named(String command) {
        return BLANKS.contains(command) ? " " : NAMED.get(command);
    }

    /** Whether its letter gets its dot back under an accent's command. */
    static boolean isDotless(String command) {
        return DOTLESS.contains(command);
    }

    /** @param command the sign behind the backslash */
    static @Nullable String spacing(char command) {
        return SPACING.get(command);
    }
}
