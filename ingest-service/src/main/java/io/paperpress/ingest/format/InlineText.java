package io.paperpress.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * A line of Markdown as its reader sees it: texts and links in order. Pictures are not seen, but what they link to is.
 *
 * @param badges addresses of pictures
 */
record InlineText(List<Part> parts, List<String> badges) {

    /** A piece of the line; {@code url} is {@code null} for text that is no link. */
    record Part(String text, @Nullable String url, boolean strong, boolean emphasised) {}

    private static final Parser PARSER =
            Parser.builder().enabledBlockTypes(Set.of()).build();

    private static final Pattern BARE_ADDRESS =
            Pattern.compile("https?://[^\\s<>|\\[\\](){}\"]+[^\\s<>|\\[\\](){}\".,;:!?'*_]");
    private static final Pattern SHORT_CODE = Pattern.compile(":[a-z][a-z0-9_+-]{1,40}:");
    private static final Pattern EDGES = Pattern.compile(
            "^[\\p{So}\\p{Cn}\\p{Cf}\\uFE0F\\s]+|(?<![\\p{So}\\p{Cf}\\uFE0F\\s])[\\p{So}\\p{Cf}\\uFE0F\\s]+$");

    InlineText {
        parts = List.copyOf(parts);
        badges = List.copyOf(badges);
    }

    static InlineText of(String markdown) {
        var reader = new Reader();
        PARSER.parse(markdown.strip()).accept(reader);
        return new InlineText(reader.parts, reader.badges);
    }

    /** All of it without marks and addresses. */
    String plain() {
        var text = new StringBuilder();
        parts.stream()
                .filter(part -> part.url() == null || !part.text().isBlank())
                .forEach(part -> text.append(part.text()));
        return tidy(text.toString());
    }

    List<Part> links() {
        return parts.stream().filter(part -> part.url() != null).toList();
    }

    /** One blank for many, without emoji at either end. */
    static String tidy(String text) {
        String plain = SHORT_CODE.matcher(text).replaceAll(" ").replaceAll("\\s+", " ");
        return EDGES.matcher(plain).replaceAll("").strip();
    }

    /** Collects the parts. */
    private static final class Reader extends AbstractVisitor {

        private final List<Part> parts = new ArrayList<>();
        private final List<String> badges = new ArrayList<>();
        private boolean strong;
        private boolean emphasised;
        private @Nullable String url;

        @Override
        public void visit(Text text) {
            add(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak softLineBreak) {
            add(" ");
        }

        @Override
        public void visit(HardLineBreak hardLineBreak) {
            add(" ");
        }

        @Override
        public void visit(Image image) {
            badges.add(image.getDestination());
        }

        @Override
        public void visit(Emphasis emphasis) {
            boolean outer = emphasised;
            emphasised = true;
            visitChildren(emphasis);
            emphasised = outer;
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            boolean outer = strong;
            strong = true;
            visitChildren(emphasis);
            strong = outer;
        }

        @Override
        public void visit(Link link) {
            open(link.getDestination());
            visitChildren(link);
            url = null;
        }

        @Override
        public void visit(HtmlInline html) {
            String tag = html.getLiteral();
            if (tag.regionMatches(true, 0, "<a ", 0, 3)) {
                var anchor = Jsoup.parseBodyFragment(tag).selectFirst("a[href]");
                if (anchor != null) {
                    open(anchor.attr("href"));
                }
            } else if (tag.regionMatches(true, 0, "</a", 0, 3)) {
                url = null;
            } else if (tag.regionMatches(true, 0, "<br", 0, 3)) {
                add(" ");
            }
        }

        /** A link counts even where it has no text, as behind a picture. */
        private void open(String address) {
            url = address.strip();
            parts.add(new Part("", url, strong, emphasised));
        }

        private void add(String text) {
            if (url != null) {
                var open = parts.removeLast();
                parts.add(new Part(open.text() + text, url, open.strong() || strong, open.emphasised() || emphasised));
                return;
            }
            int from = 0;
            var address = BARE_ADDRESS.matcher(text);
            while (address.find()) {
                text(text.substring(from, address.start()));
                parts.add(new Part("", address.group(), strong, emphasised));
                from = address.end();
            }
            text(text.substring(from));
        }

        private void text(String text) {
            if (!text.isEmpty()) {
                parts.add(new Part(text, null, strong, emphasised));
            }
        }
    }
}
