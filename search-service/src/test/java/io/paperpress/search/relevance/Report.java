package io.paperpress.search.relevance;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.search.relevance.Judgements.Judged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** The figures of one run. */
final class Report {

    private static final String KEPT = "relevance/kept.csv";

    private record Line(Judged judged, Quality ours, Quality plain, List<String> found) {}

    private final Map<String, List<Line>> kinds = new LinkedHashMap<>();

    void add(Judged judged, List<String> ours, List<String> plain) {
        kinds.computeIfAbsent(judged.kind(), _ -> new ArrayList<>())
                .add(new Line(judged, Quality.of(judged.grades(), ours), Quality.of(judged.grades(), plain), ours));
    }

    Set<String> kinds() {
        return kinds.keySet();
    }

    Quality ours(String kind) {
        return mean(kind, Line::ours);
    }

    Quality plain(String kind) {
        return mean(kind, Line::plain);
    }

    private Quality mean(String kind, Function<Line, Quality> which) {
        return Quality.mean(
                kinds.getOrDefault(kind, List.of()).stream().map(which).toList());
    }

    void print() {
        for (String kind : kinds.keySet()) {
            System.out.printf("%-22s %s   (plain: %s)%n", kind, ours(kind), plain(kind));
        }
        lines().stream()
                .filter(line -> line.ours().mrr() < 1 || line.ours().ndcg() < 0.7)
                .forEach(line -> System.out.printf(
                        Locale.ROOT,
                        "  %.2f %.2f  %s%n",
                        line.ours().mrr(),
                        line.ours().ndcg(),
                        line.judged().query()));
    }

    private List<Line> lines() {
        return kinds.values().stream().flatMap(List::stream).toList();
    }

    static Map<String, Quality> kept() throws IOException {
        var kept = new LinkedHashMap<String, Quality>();
        new ClassPathResource(KEPT)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .forEach(line -> {
                    String[] cells = line.split(",");
                    kept.put(cells[0], new Quality(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
                });
        return kept;
    }

    void keep(Path root, List<PaperCatalogued> papers) throws IOException {
        var csv = new StringBuilder("class,mrr,ndcg\n");
        kinds.keySet()
                .forEach(kind -> csv.append(String.format(
                        Locale.ROOT,
                        "%s,%.3f,%.3f%n",
                        kind,
                        ours(kind).mrr(),
                        ours(kind).ndcg())));
        Files.writeString(root.resolve("search-service/src/test/resources").resolve(KEPT), csv);
        Path page = root.resolve("docs/search-quality.md");
        String text = Files.readString(page);
        String begin = "<!-- figures -->\n";
        String end = "<!-- end of figures -->";
        Files.writeString(
                page,
                text.substring(0, text.indexOf(begin) + begin.length())
                        + table(papers.size())
                        + text.substring(text.indexOf(end)));
    }

    private String table(int papers) {
        var table = new StringBuilder("%d papers, %d queries.\n\n".formatted(papers, lines().size()));
        table.append("| class | queries | MRR@10 | plain | nDCG@10 | plain |\n|---|--:|--:|--:|--:|--:|\n");
        kinds.forEach((kind, lines) -> table.append(row(kind, lines)));
        table.append(row("all", lines())).append("\nWhere the paper that was meant is not the first:\n\n");
        lines().stream()
                .filter(line -> line.ours().mrr() < 1)
                .forEach(line -> table.append(String.format(
                        Locale.ROOT,
                        "- `%s` (%s): %s%n",
                        line.judged().query(),
                        line.judged().kind(),
                        line.ours().mrr() == 0
                                ? "not among ten"
                                : "place " + Math.round(1 / line.ours().mrr()))));
        return table.toString();
    }

    private static String row(String kind, List<Line> lines) {
        Quality ours = Quality.mean(lines.stream().map(Line::ours).toList());
        Quality plain = Quality.mean(lines.stream().map(Line::plain).toList());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.3f |%n",
                kind,
                lines.size(),
                ours.mrr(),
                plain.mrr(),
                ours.ndcg(),
                plain.ndcg());
    }
}
