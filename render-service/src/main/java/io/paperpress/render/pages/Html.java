package io.paperpress.render.pages;

import gg.jte.Content;
import java.util.Map;
import java.util.regex.Pattern;

/** Titles as HTML: everything escaped, {@code $…$} math in its simple forms as sub- and superscripts. */
public final class Html {

    private static final Pattern MATH = Pattern.compile("(?<!\\\\)\\$([^$]{1,200})\\$");
    private static final Pattern SCRIPT = Pattern.compile("([_^])(\\{[^{}]*}|\\\\[A-Za-z]+|[^\\s{}\\\\])");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)\\s*");
    private static final Pattern FORMAT = Pattern.compile(
            "\\\\(?:text|textit|textbf|textrm|textsc|texttt|mathrm|mathbf|mathbb|mathcal|mathit|mathsf|operatorname|boldsymbol|bm|emph)\\s*\\{([^{}]*)}");

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("varepsilon", "ε"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Delta", "Δ"),
            Map.entry("Gamma", "Γ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("Omega", "Ω"),
            Map.entry("Phi", "Φ"),
            Map.entry("Psi", "Ψ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Theta", "Θ"),
            Map.entry("times", "×"),
            Map.entry("cdot", "·"),
            Map.entry("pm", "±"),
            Map.entry("infty", "∞"),
            Map.entry("to", "→"),
            Map.entry("rightarrow", "→"),
            Map.entry("leq", "≤"),
            Map.entry("le", "≤"),
            Map.entry("geq", "≥"),
            Map.entry("ge", "≥"),
            Map.entry("approx", "≈"),
            Map.entry("sim", "∼"),
            Map.entry("ell", "ℓ"),
            Map.entry("sqrt", "√"),
            Map.entry("log", "log"),
            Map.entry("star", "⋆"));

    private Html() {}

    /** A title for the body of a page. */
    public static Content title(String title) {
        var html = html(title);
        return output -> output.writeContent(html);
    }

    /** A title where no markup can stand, as in the head of a page. */
    public static String plain(String title) {
        return unescape(html(title).replaceAll("</?su[bp]>", ""));
    }

    static String html(String title) {
        var out = new StringBuilder();
        var math = MATH.matcher(title);
        var end = 0;
        while (math.find()) {
            out.append(escape(title.substring(end, math.start()))).append(math(math.group(1)));
            end = math.end();
        }
        return out.append(escape(title.substring(end))).toString();
    }

    private static String math(String source) {
        var plain = FORMAT.matcher(source).replaceAll("$1");
        var out = new StringBuilder();
        var script = SCRIPT.matcher(plain);
        var end = 0;
        while (script.find()) {
            var tag = script.group(1).equals("_") ? "sub" : "sup";
            out.append(symbols(plain.substring(end, script.start())));
            out.append('<').append(tag).append('>').append(symbols(script.group(2)));
            out.append("</").append(tag).append('>');
            end = script.end();
        }
        return out.append(symbols(plain.substring(end))).toString();
    }

    private static String symbols(String math) {
        var named = COMMAND.matcher(math).replaceAll(match -> SYMBOLS.getOrDefault(match.group(1), match.group(1)));
        return escape(named.replaceAll("[{}\\\\]", ""));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String unescape(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
