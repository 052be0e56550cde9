package io.paperpress.common.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive as an EfficientPaper tree is: a file of protobuf text for each paper of the sample page, with authors and
 * keywords made up for it, notes and covers, and some papers more for what the sample has no case of.
 */
public final class EfficientPaperTree {

    /**
     * One paper.
     *
     * @param year 0 where the file names none
     * @param venue empty where the file says so
     * @param authors the strings of the file, some of which hold several names
     * @param keywords names
     * @param cover as it is to be shown
     * @param note as it is to be shown
     * @param text of the file
     */
    public record Listed(
            String path,
            int year,
            String venue,
            String title,
            String shortName,
            String url,
            List<String> authors,
            List<String> institutions,
            List<String> keywords,
            String codeType,
            String code,
            String cover,
            String note,
            String text) {}

    private static final Pattern GROUP = Pattern.compile("<details open><summary><b>(.*)</b></summary> ");
    private static final Pattern LINK = Pattern.compile("!?\\[(.*)]\\((.*)\\)");
    private static final Pattern STARS = Pattern.compile("]\\((https://github\\.com/[^)]*)\\)$");
    private static final Pattern BADGE = Pattern.compile(".*badge/(\\d+)-(.*)-[^-()]+\\)");

    private static final List<String> FAMILIES =
            List.of("Lai", "Köhler", "Dao", "Erdős", "Łukasik", "de Vries", "O'Neil");
    private static final List<String> GIVEN = List.of("Xunhao", "Ada", "Tri", "Pál", "Maria José", "J. R.");
    private static final List<String> WORDS = List.of(
            "attention_sparsity",
            "sparse_pruning",
            "quantization",
            "kv_cache",
            "survey",
            "low_rank",
            "structure_design",
            "overlap",
            "weight_sparsity",
            "tool",
            "fusion",
            "deployment",
            "efficient_training");

    private final List<Listed> papers = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    private EfficientPaperTree() {}

    public static EfficientPaperTree ofTheSample() {
        var tree = new EfficientPaperTree();
        tree.addSample();
        tree.addOddOnes();
        tree.papers.forEach(paper -> tree.files.put(paper.path(), paper.text()));
        tree.files.put("meta/search/Words.prototxt", "key_words: \"sparse\"\n");
        tree.files.put("README.md", "- [The same, made from it](https://example.org/)\n");
        tree.files.put("cls_year.md", "| Meta | Title | Cover | Publish | Code | Note |\n|:--|:--|:--|:--|:--|:--|\n");
        return tree;
    }

    public List<Listed> papers() {
        return List.copyOf(papers);
    }

    /** @param folder that all stands in, such as {@code EfficientPaper-main/}; may be empty */
    public byte[] zip(String folder) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void addSample() {
        var rows = new LinkedHashMap<String, String[]>();
        var institutions = new LinkedHashMap<String, Set<String>>();
        String group = "";
        for (var line : sample()) {
            var heading = GROUP.matcher(line);
            if (heading.matches()) {
                group = heading.group(1);
            } else if (line.startsWith("| [")) {
                var cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
                String path = inner(cells[0])[1].substring(2);
                rows.putIfAbsent(path, cells);
                institutions.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(group);
            }
        }
        rows.forEach((path, cells) ->
                papers.add(listed(path, cells, List.copyOf(institutions.getOrDefault(path, Set.of())))));
    }

    private Listed listed(String path, String[] cells, List<String> institutions) {
        var title = LINK.matcher(cells[1]);
        var badge = BADGE.matcher(cells[3]);
        if (!badge.matches()) {
            throw new IllegalArgumentException(cells[3]);
        }
        int year = Integer.parseInt(badge.group(1));
        var stars = STARS.matcher(cells[4]);
        String[] code = cells[4].isEmpty() ? new String[] {"", ""} : inner(cells[4]);
        if (stars.find()) {
            code = new String[] {"Pytorch", stars.group(1)};
        }
        String shortName = inner(cells[0])[0];
        int number = papers.size();
        var paper = new Draft(path, year);
        paper.venue = badge.group(2).replace('_', ' ');
        paper.title = title.matches() ? title.group(1) : cells[1];
        paper.url = title.matches() ? title.group(2) : "";
        paper.shortName = shortName.equals("m") ? "" : shortName;
        paper.codeType = code[0];
        paper.code = code[1];
        paper.cover = cells[2].isEmpty() ? "" : inner(cells[2])[1];
        paper.note = cells[5].isEmpty() ? "" : inner(cells[5])[1];
        paper.institutions = institutions;
        paper.authors = authors(number);
        paper.keywords = keywords(number);
        paper.oneAuthorString = number % 7 == 0;
        return paper.listed(files);
    }

    private static List<String> authors(int number) {
        var authors = new ArrayList<String>();
        for (int i = 0; i < 1 + number % 5; i++) {
            int seed = number * 31 + i * 17;
            authors.add(GIVEN.get(seed % GIVEN.size()) + " " + FAMILIES.get(seed / 3 % FAMILIES.size())
                    + (seed % 11 == 0 ? " " + seed : ""));
        }
        return List.copyOf(new LinkedHashSet<>(authors));
    }

    private static List<String> keywords(int number) {
        return number % 9 == 8
                ? List.of()
                : List.copyOf(new LinkedHashSet<>(
                        List.of(WORDS.get(number % WORDS.size()), WORDS.get(number * 5 % WORDS.size()))));
    }

    /** What the sample has no case of. */
    private void addOddOnes() {
        files.put("notes/shared.png", "png");
        files.put("notes/2024/of-the-year.md", "note");
        files.put("notes/2024/shared.png", "png, but not the first");
        add("""
            # no year, no venue, nothing else
            paper { title: "Odd one without a year" authors: "Ada Köhler" institutions: "MIT" }
            pub { where: "" }
            note { url: "" }
            """, new Draft("meta/2024/NoYear.prototxt", 0), paper -> {
            paper.venue = "";
            paper.title = "Odd one without a year";
            paper.authors = List.of("Ada Köhler");
            paper.institutions = List.of("MIT");
        });
        add("""
            paper {
              title: "Odd one with | bars, \\"quotes\\" " 'and $H_2$O & <b>'
              abbr: "Odd|One"
              abbr: "Odd\\303\\251"
              url: "https://example.org/odd?a=1&b=(2)"
              authors: "Single Author"
              institutions: "MIT"
              institutions: "MIT"
              doi: "unknown field"
            }
            pub: < year: 2023, year: 2024 >
            code { url: "https://example.org/code" }
            keyword { words: 7 words: a_new_word words: none }
            cover { url: "shared.png" }
            update_time: 1741939200
            """, new Draft("meta/2024/Odd.prototxt", 2024), paper -> {
            paper.venue = "arXiv";
            paper.title = "Odd one with | bars, \"quotes\" and $H_2$O & <b>";
            paper.shortName = "Oddé";
            paper.url = "https://example.org/odd?a=1&b=(2)";
            paper.authors = List.of("Single Author");
            paper.institutions = List.of("MIT");
            paper.keywords = List.of("quantization", "a_new_word");
            paper.codeType = "Pytorch";
            paper.code = "https://example.org/code";
            paper.cover = "./notes/shared.png";
            paper.note = "note.md";
        });
        add("""
            paper { title: "Odd one of another folder" authors: "Ada Köhler, Twice Named, Twice Named" }
            pub { where: "Neuromorphic Computing and Engineering" year: 2024 }
            code { type: "" url: "https://gitlab.com/x/y" }
            note { url: "of-the-year.md" }
            keyword { words: [tool, tool] }
            cover { url: "https://example.org/cover.png" }
            baseline { methods: "None" }
            """, new Draft("meta/2022/Other folder.prototxt", 2024), paper -> {
            paper.venue = "Neuromorphic Computing and Engineering";
            paper.title = "Odd one of another folder";
            paper.authors = List.of("Ada Köhler", "Twice Named");
            paper.keywords = List.of("tool");
            paper.code = "https://gitlab.com/x/y";
            paper.cover = "https://example.org/cover.png";
            paper.note = "./notes/2024/of-the-year.md";
        });
    }

    private void add(String text, Draft draft, java.util.function.Consumer<Draft> values) {
        values.accept(draft);
        papers.add(draft.listed(text));
    }

    private static String[] inner(String cell) {
        var link = LINK.matcher(cell);
        if (!link.matches()) {
            throw new IllegalArgumentException(cell);
        }
        return new String[] {link.group(1), link.group(2)};
    }

    /** The lines of the sample page, but for its two broken ones: that paper has a right row elsewhere. */
    private static List<String> sample() {
        var file = Path.of(System.getProperty("paperpress.root", ".."), "samples", "efficient-papers.md");
        try {
            var lines = new ArrayList<>(Files.readAllLines(file));
            lines.removeIf(line -> line.contains("badge/-!"));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A paper on its way to a file. */
    private static final class Draft {

        private final String path;
        private final int year;
        private String venue = "";
        private String title = "";
        private String shortName = "";
        private String url = "";
        private String codeType = "";
        private String code = "";
        private String cover = "";
        private String note = "";
        private List<String> authors = List.of();
        private List<String> institutions = List.of();
        private List<String> keywords = List.of();
        private boolean oneAuthorString;

        Draft(String path, int year) {
            this.path = path;
            this.year = year;
        }

        Listed listed(String text) {
            return new Listed(
                    path,
                    year,
                    venue,
                    title,
                    shortName,
                    url,
                    authors,
                    institutions,
                    keywords,
                    codeType,
                    code,
                    cover,
                    note,
                    text);
        }

        /** With its note and cover where its page shows them. */
        Listed listed(Map<String, String> files) {
            var text = new StringBuilder("paper {\n");
            field(text, "title", title);
            field(text, "abbr", shortName);
            field(text, "url", url);
            (oneAuthorString ? List.of(String.join(", ", authors)) : authors)
                    .forEach(name -> field(text, "authors", name));
            institutions.forEach(name -> field(text, "institutions", name));
            text.append("}\npub {\n");
            field(text, "where", venue);
            text.append("  year: ").append(year).append("\n}\ncode {\n");
            field(text, "type", codeType);
            field(text, "url", code);
            text.append("}\n");
            String noteUrl = place(note, files);
            if (!noteUrl.equals("note.md")) {
                text.append("note {\n");
                field(text, "url", noteUrl);
                text.append("}\n");
            }
            text.append("keyword {\n");
            keywords.forEach(word -> text.append("  words: ").append(word).append('\n'));
            text.append(keywords.isEmpty() ? "  words: none\n" : "").append("}\n");
            if (!cover.isEmpty()) {
                text.append("cover {\n");
                field(text, "url", place(cover, files));
                text.append("}\n");
            }
            return listed(text.toString());
        }

        /** What the file says so that the page shows that address; what it leads to is put into the archive. */
        private String place(String shown, Map<String, String> files) {
            if (!shown.startsWith("./notes/")) {
                return shown;
            }
            files.put(shown.substring(2), "of " + title);
            String stem = path.substring(path.lastIndexOf('/') + 1).replace(".prototxt", "");
            for (String place : List.of("./notes/%d/%s/".formatted(year, stem), "./notes/%d/".formatted(year))) {
                if (shown.startsWith(place)) {
                    return shown.substring(place.length());
                }
            }
            return shown.substring("./notes/".length());
        }

        private static void field(StringBuilder text, String name, String value) {
            text.append("  ")
                    .append(name)
                    .append(": \"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\"\n");
        }
    }
}
