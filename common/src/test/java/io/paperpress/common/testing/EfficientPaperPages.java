package io.paperpress.common.testing;

import io.paperpress.common.testing.EfficientPaperTree.Listed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The pages of an EfficientPaper tree by the rules of {@code docs/data-model.md}, said once more and plainly: what tests
 * hold the published pages against.
 */
public final class EfficientPaperPages {

    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("AAAI", "FF4500"),
            Map.entry("ICLR", "FF6B6B"),
            Map.entry("ICML", "FF8C00"),
            Map.entry("NeurIPS", "FF1493"),
            Map.entry("ACL", "4169E1"),
            Map.entry("COLM", "6495ED"),
            Map.entry("Coling", "1E90FF"),
            Map.entry("ENLSP", "00BFFF"),
            Map.entry("TACL", "87CEEB"),
            Map.entry("CVPR", "2E8B57"),
            Map.entry("ECCV", "3CB371"),
            Map.entry("ASPLOS", "9370DB"),
            Map.entry("SOSP", "8A2BE2"),
            Map.entry("ISCA", "9932CC"),
            Map.entry("MICRO", "BA55D3"),
            Map.entry("MLSys", "DDA0DD"),
            Map.entry("ATC", "DC143C"),
            Map.entry("DATE", "B22222"),
            Map.entry("SC", "CD5C5C"),
            Map.entry("TC", "F08080"),
            Map.entry("VLDB", "A52A2A"),
            Map.entry("VLSI", "8B0000"),
            Map.entry("JMLR", "008B8B"),
            Map.entry("TMLR", "20B2AA"),
            Map.entry("Neuromorphic Computing and Engineering", "40E0D0"),
            Map.entry("arXiv", "1E88E5"),
            Map.entry("AutoML Workshop", "A9A9A9"),
            Map.entry("Blog", "696969"),
            Map.entry("github", "2F4F4F"));

    private static final Map<String, String> KEYWORDS = Map.ofEntries(
            Map.entry("attention_sparsity", "01-Sparsity (Attention)"),
            Map.entry("activation_sparsity", "02-Sparsity (Activation)"),
            Map.entry("weight_sparsity", "03-Sparsity (Weight)"),
            Map.entry("structured_sparsity", "04-Sparsity (Structured)"),
            Map.entry("sparse_pruning", "05-Sparse/Pruning"),
            Map.entry("quantization", "06-Quantization"),
            Map.entry("overlap", "07-Communication-Computation Overlap"),
            Map.entry("performance_modeling", "08-Performance Modeling"),
            Map.entry("deployment", "09-LLM Deployment"),
            Map.entry("survey", "10-Survey"),
            Map.entry("structure_design", "11-Network Structure Design"),
            Map.entry("low_rank", "12-Low Rank Decomposition"),
            Map.entry("kv_cache", "13-KV Cache Optimization/Efficient Attention"),
            Map.entry("fusion", "14-Layer Fusion (Reduce IO)"),
            Map.entry("efficient_training", "15-Efficient Training"),
            Map.entry("tool", "16-Tool"));

    private EfficientPaperPages() {}

    /** Text of every page by its file name; of {@code README.md} its list of papers. */
    public static Map<String, String> of(List<Listed> papers) {
        return Map.of(
                "cls_year.md",
                        page("year", true, papers, paper -> paper.year() == 0 ? List.of() : List.of("" + paper.year())),
                "cls_publication.md", page("publication", false, papers, paper -> List.of(paper.venue())),
                "cls_keyword.md",
                        page(
                                "keyword",
                                false,
                                papers,
                                paper -> paper.keywords().stream()
                                        .map(word -> KEYWORDS.getOrDefault(word, word))
                                        .toList()),
                "cls_institution.md", page("institution", false, papers, Listed::institutions),
                "cls_author.md", page("author", false, papers, Listed::authors),
                "README.md", list(papers));
    }

    private static String page(
            String by, boolean descending, List<Listed> papers, Function<Listed, List<String>> groupsOf) {
        var groups =
                new TreeMap<String, List<Listed>>(descending ? byCodePoint().reversed() : byCodePoint());
        for (Listed paper : papers) {
            for (String group : new LinkedHashSet<>(groupsOf.apply(paper))) {
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(paper);
            }
        }
        groups.remove("");
        if (by.equals("author")) {
            groups.values().removeIf(rows -> rows.size() == 1);
        }
        var page = new StringBuilder("<details open><summary>\n\n### " + by + "\n</summary> \n<p>\n\n");
        groups.forEach((group, rows) -> {
            page.append("<details open><summary><b>").append(group).append("</b></summary> \n<p>\n\n");
            page.append("\n| Meta | Title | Cover | Publish | Code | Note |\n");
            page.append("|:-----|:------|:------|:--------|:-----|:-----|\n");
            rows.sort(Comparator.comparing(EfficientPaperPages::publish, byCodePoint())
                    .thenComparing(EfficientPaperPages::title, byCodePoint())
                    .thenComparing(Listed::path, byCodePoint()));
            rows.forEach(paper -> page.append(row(paper)));
            page.append("</p>\n</details>\n");
        });
        return page.append("</p>\n</details>\n\n").toString();
    }

    private static String list(List<Listed> papers) {
        var years = new TreeMap<Integer, List<Listed>>(Comparator.reverseOrder());
        papers.forEach(paper ->
                years.computeIfAbsent(paper.year(), key -> new ArrayList<>()).add(paper));
        years.remove(0);
        var page = new StringBuilder("<details open><summary>\n\n### year\n</summary> \n<p>\n\n");
        years.forEach((year, rows) -> {
            page.append("<details open><summary><b>").append(year).append("</b></summary> \n<p>\n\n");
            rows.sort(Comparator.comparing(Listed::venue, byCodePoint())
                    .thenComparing(EfficientPaperPages::title, byCodePoint())
                    .thenComparing(Listed::path, byCodePoint()));
            for (int n = 1; n <= rows.size(); n++) {
                var paper = rows.get(n - 1);
                page.append("%d. %s [%s] %s \n".formatted(n, title(paper), publish(paper), code(paper)));
            }
            page.append("</p>\n</details>\n");
        });
        return page.append("</p>\n</details>\n\n").toString();
    }

    private static String row(Listed paper) {
        String file = paper.path().substring(paper.path().lastIndexOf('/') + 1);
        String name = paper.shortName().isEmpty() ? "m" : paper.shortName();
        return "| [%s](./meta/%d/%s) | %s | %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        paper.year(),
                        file,
                        title(paper),
                        paper.cover().isEmpty() ? "" : "![cover](" + paper.cover() + ")",
                        publish(paper),
                        code(paper),
                        paper.note().isEmpty() ? "" : "[note](" + paper.note() + ")");
    }

    private static String title(Listed paper) {
        return paper.url().isEmpty() ? paper.title() : "[" + paper.title() + "](" + paper.url() + ")";
    }

    private static String publish(Listed paper) {
        String badge = (paper.year() + "-" + paper.venue()).replace(' ', '_');
        String colour = COLOURS.getOrDefault(paper.venue(), "green");
        return "![Publish](https://img.shields.io/badge/" + badge + "-" + colour + ")";
    }

    private static String code(Listed paper) {
        if (paper.code().isEmpty()) {
            return "";
        }
        if (paper.code().contains("github.com")) {
            var parts = paper.code().split("/");
            String repository = parts[3] + "/" + parts[4];
            return "[![GitHub Repo stars](https://img.shields.io/github/stars/" + repository + ")](https://github.com/"
                    + repository + ")";
        }
        return "[" + (paper.codeType().isEmpty() ? "code" : paper.codeType()) + "](" + paper.code() + ")";
    }

    /** UTF-8 keeps the order of code points, which UTF-16 does not. */
    private static Comparator<String> byCodePoint() {
        return (a, b) -> java.util.Arrays.compareUnsigned(
                a.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                b.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
