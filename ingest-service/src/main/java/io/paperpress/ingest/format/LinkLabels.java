package io.paperpress.ingest.format;

import io.paperpress.common.events.Link;
import io.paperpress.common.identity.Identifiers;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a link leads to, by its text and its address. */
final class LinkLabels {

    private static final Set<String> PAPER = Set.of(
            "paper",
            "papers",
            "pdf",
            "arxiv",
            "arxiv paper",
            "link",
            "url",
            "abs",
            "abstract",
            "html",
            "openreview",
            "acl",
            "acl anthology",
            "anthology",
            "doi",
            "ieee",
            "acm",
            "springer",
            "preprint",
            "article",
            "full text",
            "ref",
            "publication",
            "proceedings",
            "here",
            "read",
            "paper link",
            "paper pdf");
    private static final Set<String> CODE = Set.of(
            "code",
            "github",
            "repo",
            "repository",
            "official code",
            "source",
            "source code",
            "implementation",
            "official implementation",
            "pytorch",
            "tensorflow",
            "jax",
            "official",
            "codebase",
            "code link",
            "github repo");
    private static final Set<String> WEBSITE = Set.of(
            "website",
            "site",
            "web",
            "page",
            "project",
            "project page",
            "homepage",
            "home",
            "blog",
            "blog post",
            "post",
            "demo",
            "video",
            "youtube",
            "slides",
            "talk",
            "poster",
            "dataset",
            "data",
            "datasets",
            "model",
            "models",
            "weights",
            "checkpoints",
            "huggingface",
            "hugging face",
            "hf",
            "tweet",
            "twitter",
            "notebook",
            "colab",
            "docs",
            "documentation",
            "bibtex",
            "cite",
            "citation",
            "semantic scholar",
            "supplementary",
            "appendix",
            "leaderboard",
            "benchmark",
            "presentation",
            "review",
            "summary",
            "news",
            "wiki");
    private static final Set<String> NOTE = Set.of("note", "notes");

    private static final Set<String> CODE_HOSTS = Set.of("github.com", "gitlab.com", "bitbucket.org", "gitee.com");
    private static final Set<String> OTHER_HOSTS = Set.of(
            "youtube.com",
            "youtu.be",
            "twitter.com",
            "x.com",
            "medium.com",
            "huggingface.co",
            "github.io",
            "notion.site",
            "colab.research.google.com",
            "zhuanlan.zhihu.com",
            "linkedin.com",
            "reddit.com",
            "wikipedia.org");

    private static final Pattern FRINGE = Pattern.compile("^[^\\p{L}\\p{N}]+|(?<=[\\p{L}\\p{N}])[^\\p{L}\\p{N}]+$");
    private static final Pattern DATED = Pattern.compile(
            "[\\p{L}&/ -]{0,30}(?:['’. -]{0,2}(?:19|20)\\d\\d(?:[./-]\\d{1,2}){0,2}|\\s?['’]\\d{2})(?: \\p{L}{1,12})?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private LinkLabels() {}

    /** Whether the text says what kind of thing is linked rather than what it is called. */
    static boolean isGeneric(String label) {
        String plain = plain(label);
        return plain.isEmpty()
                || PAPER.contains(plain)
                || CODE.contains(plain)
                || WEBSITE.contains(plain)
                || NOTE.contains(plain)
                || isDated(plain)
                || plain.startsWith("http")
                || (plain.length() <= 60 && Identifiers.recognise(plain).isPresent());
    }

    /** "ICLR 2024", "NeurIPS'23", "2023.05" or a number of a footnote. */
    static boolean isDated(String label) {
        String plain = plain(label);
        return plain.length() <= 50
                && (DATED.matcher(plain).matches() || NUMBER.matcher(plain).matches());
    }

    /** Without the brackets that some lists put within the link. */
    static String shown(String label) {
        return FRINGE.matcher(label).replaceAll("");
    }

    static String rel(String label, String url) {
        String plain = plain(label);
        String host = host(url);
        boolean work = url.length() <= 2_000 && Identifiers.recognise(url).isPresent();
        if (CODE.contains(plain) || (!work && isAt(host, CODE_HOSTS) && !url.endsWith(".pdf"))) {
            return Link.CODE;
        }
        if (PAPER.contains(plain) || work) {
            return Link.PAPER;
        }
        if (NOTE.contains(plain)) {
            return Link.NOTE;
        }
        return WEBSITE.contains(plain) || isAt(host, OTHER_HOSTS) ? Link.WEBSITE : Link.PAPER;
    }

    /** Whether anything of the web could be meant: not a place in the page or the repository. */
    static boolean isElsewhere(String url) {
        int colon = url.indexOf(':');
        boolean scheme = colon > 0 && url.substring(0, colon).chars().allMatch(Character::isLetter);
        return scheme && !url.regionMatches(true, 0, "mailto:", 0, 7);
    }

    static boolean isWebAddress(String url) {
        return !host(url).isEmpty() && url.regionMatches(true, 0, "http", 0, 4);
    }

    private static boolean isAt(String host, Set<String> hosts) {
        return hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static String host(String url) {
        try {
            var host = new URI(url.replaceAll("[|\\[\\]{}^`\\\\\\s]", "_")).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (java.net.URISyntaxException malformed) {
            return "";
        }
    }

    private static String plain(String label) {
        return FRINGE.matcher(InlineText.tidy(label)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
