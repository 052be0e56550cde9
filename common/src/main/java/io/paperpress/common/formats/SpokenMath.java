package io.paperpress.common.formats;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $…$} math in its simple forms as plain text, {@code H$_2$O} as "H₂O"; what plain text cannot say stays as it is. */
final class SpokenMath {

    private static final Pattern MATH = Pattern.compile("(?<!\\\\)\\$(?!\\s)([^$]{1,200})(?<!\\s)\\$");
    private static final Pattern FONT =
            Pattern.compile("\\\\(?:text|mathrm|mathbf|mathcal|mathbb|mathit|mathsf|operatorname)\\s*\\{([^{}]*)}");
    private static final Pattern SCRIPT = Pattern.compile("([_^])(?:\\{([^{}]*)}|(.))");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)\\s*");
    private static final String PLAIN = "0123456789+-=()n";
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("pi", "π"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("omega", "ω"),
            Map.entry("Delta", "Δ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Omega", "Ω"),
            Map.entry("ell", "ℓ"),
            Map.entry("infty", "∞"),
            Map.entry("times", "×"),
            Map.entry("leq", "≤"),
            Map.entry("geq", "≥"),
            Map.entry("rightarrow", "→"),
            Map.entry("to", "→"),
            Map.entry("cdot", "·"));

    private SpokenMath() {}

    static String of(String title) {
        return MATH.matcher(title)
                .replaceAll(math -> Matcher.quoteReplacement(said(math.group(1), math.group())))
                .replace("\\$", "$");
    }

    private static String said(String math, String asItIs) {
        String plain = FONT.matcher(math).replaceAll("$1");
        plain = COMMAND.matcher(plain)
                .replaceAll(command -> Matcher.quoteReplacement(SIGNS.getOrDefault(command.group(1), command.group())));
        plain = SCRIPT.matcher(plain).replaceAll(script -> Matcher.quoteReplacement(script(script)));
        return plain.matches("[^\\\\_^{}]*") ? plain : asItIs;
    }

    private static String script(java.util.regex.MatchResult script) {
        String inner = script.group(2) == null ? script.group(3) : script.group(2);
        String shifted = script.group(1).equals("_") ? LOW : HIGH;
        boolean canBe = inner.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
        return canBe
                ? inner.chars()
                        .mapToObj(c -> String.valueOf(shifted.charAt(PLAIN.indexOf(c))))
                        .reduce("", String::concat)
                : script.group();
    }
}
