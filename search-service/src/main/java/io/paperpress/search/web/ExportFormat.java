package io.paperpress.search.web;

import io.paperpress.common.formats.PaperFormat;
import io.paperpress.search.query.PaperLine;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One way to write papers one after another; an object of it writes one file. */
sealed interface ExportFormat {

    String mediaType();

    /** What stands before the first paper. */
    default String head() {
        return "";
    }

    String entry(PaperLine paper);

    /** @return {@code null} for an unknown ending */
    static @Nullable ExportFormat ending(String extension, JsonMapper json) {
        return switch (extension) {
            case "bib" -> new Bib();
            case "csv" -> new Csv();
            case "ndjson" -> new Ndjson(json);
            default -> null;
        };
    }

    /** BibTeX; keys that would repeat get a letter. */
    final class Bib implements ExportFormat {

        private final Set<String> keys = new HashSet<>();

        @Override
        public String mediaType() {
            return PaperFormat.BIBTEX.mediaType() + ";charset=UTF-8";
        }

        @Override
        public String entry(PaperLine paper) {
            String entry = PaperFormat.BIBTEX.write(paper.paperId(), paper.fields());
            int start = entry.indexOf('{') + 1;
            int end = entry.indexOf(',', start);
            return entry.substring(0, start) + unique(entry.substring(start, end)) + entry.substring(end) + "\n";
        }

        private String unique(String key) {
            String unique = key;
            for (int n = 0; !keys.add(unique); n++) {
                unique = n < 26 ? key + (char) ('a' + n) : key + "-" + n;
            }
            return unique;
        }
    }

    /** RFC 4180; what a spreadsheet would take for a formula gets an apostrophe, for strangers wrote it. */
    final class Csv implements ExportFormat {

        private static final String FORMULA = "=+-@\t\r";

        @Override
        public String mediaType() {
            return "text/csv;charset=UTF-8;header=present";
        }

        @Override
        public String head() {
            return "paperId,title,shortName,authors,institutions,venue,year,keywords,url,identifiers,page\r\n";
        }

        @Override
        public String entry(PaperLine paper) {
            return Stream.of(
                            paper.paperId(),
                            paper.title(),
                            paper.shortName(),
                            String.join("; ", paper.authors()),
                            String.join("; ", paper.institutions()),
                            paper.venue(),
                            paper.year() == null ? null : paper.year().toString(),
                            String.join("; ", paper.keywords()),
                            paper.url(),
                            String.join("; ", paper.identifiers()),
                            paper.page())
                    .map(Csv::cell)
                    .collect(Collectors.joining(",", "", "\r\n"));
        }

        private static String cell(@Nullable String value) {
            if (value == null || value.isEmpty()) {
                return "";
            }
            String safe = FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
            boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
        }
    }

    /** One JSON object a line. */
    record Ndjson(JsonMapper json) implements ExportFormat {

        @Override
        public String mediaType() {
            return "application/x-ndjson;charset=UTF-8";
        }

        @Override
        public String entry(PaperLine paper) {
            return json.writeValueAsString(paper) + "\n";
        }
    }
}
