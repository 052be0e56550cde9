package io.paperpress.ingest.format;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Source;
import io.paperpress.common.identity.Identifiers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads addresses and identifiers of papers, one a line, in any form they are written; lines that begin with {@code #}
 * are comments (RFC 2483, section 5).
 */
public final class LinksReader implements SubmissionReader {

    static final String CONTENT_TYPE = "text/uri-list";

    private static final int LONGEST = 2_000;
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/?#<>\"]+\\S*");

    private final int maxLineLength;

    public LinksReader(int maxLineLength) {
        this.maxLineLength = maxLineLength;
    }

    @Override
    public List<String> contentTypes() {
        return List.of(CONTENT_TYPE);
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        var lines = new LineReader(body, maxLineLength);
        for (var line = lines.next(); line != null; line = lines.next()) {
            String text = line.text().strip();
            if (line.fault() != null) {
                sink.refused(new Refusal(line.number(), null, "This line is " + line.fault() + "."));
            } else if (!text.isEmpty() && text.charAt(0) != '#') {
                read(line.number(), text, options, sink);
            }
        }
    }

    private static void read(int line, String text, ReadOptions options, EntrySink sink) {
        var identifier =
                text.length() > LONGEST ? null : Identifiers.recognise(text).orElse(null);
        if (isWebAddress(text)) {
            sink.paper(entry(line, List.of(), List.of(new Link(Link.PAPER, null, text)), options));
        } else if (identifier != null) {
            sink.paper(entry(line, List.of(identifier), List.of(), options));
        } else {
            sink.refused(new Refusal(
                    line,
                    null,
                    "%s is no web address, and no identifier in a form that is known (arXiv, DOI, openreview:…, acl:…)."
                            .formatted(Quote.of(text))));
        }
    }

    static boolean isWebAddress(String text) {
        return text.length() <= LONGEST && WEB.matcher(text).matches();
    }

    private static PaperEntry entry(int line, List<Identifier> identifiers, List<Link> links, ReadOptions options) {
        var fields = new PaperFields(
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                identifiers,
                links,
                List.of(),
                null,
                List.of(),
                null,
                null);
        return new PaperEntry(line, fields, Source.Kind.RECORD, null, options.placements(), List.of());
    }
}
