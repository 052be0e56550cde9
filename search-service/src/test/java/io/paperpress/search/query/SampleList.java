package io.paperpress.search.query;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.testing.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The papers of {@code samples/efficient-papers.md}: title, short name, venue and year, as far as a test needs them. */
final class SampleList {

    private static final Pattern ROW = Pattern.compile(
            "^\\| \\[(?<name>[^\\]]*)]\\((?<path>[^)]*\\.prototxt)\\) \\| (?:\\[(?<linked>.*)]\\(http[^)]*\\)|(?<bare>[^|]*)) \\|.*badge/(?<year>\\d{4})-(?<venue>[^-]*)-");

    private SampleList() {}

    static List<PaperCatalogued> papers() {
        var papers = new LinkedHashMap<String, PaperCatalogued>();
        for (String line : lines()) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                String id = "sample%06d".formatted(papers.size());
                papers.putIfAbsent(row.group("path"), paper(row, id));
            }
        }
        return List.copyOf(papers.values());
    }

    private static PaperCatalogued paper(Matcher row, String id) {
        String title = row.group("linked") == null ? row.group("bare") : row.group("linked");
        var paper = Papers.titled(title.strip())
                .withVenue(row.group("venue").replace('_', ' '))
                .withYear(Integer.valueOf(row.group("year")));
        String name = row.group("name");
        return (name.equals("m") ? paper : paper.withShortName(name)).catalogued(id, 1);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("paperpress.root"), "samples/efficient-papers.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
