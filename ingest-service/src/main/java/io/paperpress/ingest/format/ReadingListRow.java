package io.paperpress.ingest.format;

import io.paperpress.common.events.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One row of a reading list.
 *
 * @param citation whole tooltip, verbatim
 * @param papers one a numbered citation, paired with the links by position; else the row is one paper
 */
record ReadingListRow(String label, @Nullable String citation, List<ReadingListPaper> papers) {

    private static final Pattern LAST_BAR = Pattern.compile("(?<!\\\\)\\|(?=[^|]*$)");
    /** What repeats is bounded or never tried anew, so that a row of brackets alone costs neither stack nor time. */
    private static final Pattern LINK =
            Pattern.compile("\\[((?:[^\\[\\]]++|\\[[^\\[\\]]*+]){0,50}+)]\\(((?:[^()]++|\\([^()]*+\\)){0,50}+)\\)"
                    + "|(?<![\\w(\"])(https?://[^\\s,|<>]+)");

    /** @throws UnreadableRow when it has no two cells, no label, or a link that is no web address */
    static ReadingListRow read(String line) {
        String row = line.strip();
        String inner = row.substring(1, row.endsWith("|") && row.length() > 1 ? row.length() - 1 : row.length());
        var bar = LAST_BAR.matcher(inner);
        if (!bar.find()) {
            throw new UnreadableRow("This row has one cell where two are read: the paper, and its links.");
        }
        var paper = Jsoup.parseBodyFragment(unescaped(inner.substring(0, bar.start())))
                .body();
        String label = paper.wholeText().strip();
        if (label.isEmpty()) {
            throw new UnreadableRow("The first cell of this row holds no label.");
        }
        String citation = citation(paper);
        var links = links(inner.substring(bar.end()));
        return new ReadingListRow(label, citation, ReadingListPaper.pair(label, citation, links));
    }

    private static @Nullable String citation(Element paper) {
        var tooltip = paper.selectFirst("[data-tooltip]");
        if (tooltip == null) {
            tooltip = paper.selectFirst("[title]");
            return tooltip == null ? null : verbatim(tooltip.attr("title"));
        }
        return verbatim(tooltip.attr("data-tooltip"));
    }

    private static @Nullable String verbatim(String text) {
        return text.isBlank() ? null : text;
    }

    private static List<Link> links(String cell) {
        var links = new ArrayList<Link>();
        var found = LINK.matcher(unescaped(cell));
        while (found.find()) {
            links.add(
                    found.group(3) == null
                            ? link(found.group(1).strip(), found.group(2).strip())
                            : link(null, found.group(3)));
        }
        return List.copyOf(links);
    }

    private static Link link(@Nullable String label, String url) {
        if (!url.isEmpty() && !isWebAddress(url)) {
            throw new UnreadableRow(
                    "This row links to %s, which is no http or https address.".formatted(Quote.of(url)));
        }
        return new Link(rel(label), label == null || label.isEmpty() ? null : label, url);
    }

    private static String rel(@Nullable String label) {
        return switch (label == null ? "" : label.toLowerCase(Locale.ROOT)) {
            case "website", "site", "web", "project", "project page", "homepage", "blog", "demo" -> Link.WEBSITE;
            case "code", "github", "repo", "repository" -> Link.CODE;
            default -> Link.PAPER;
        };
    }

    private static boolean isWebAddress(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String unescaped(String cell) {
        return cell.replace("\\|", "|");
    }
}
