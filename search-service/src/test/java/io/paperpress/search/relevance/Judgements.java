package io.paperpress.search.relevance;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperCatalogued;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Reads {@code relevance/judgements.txt}, and finds the papers that it names. */
final class Judgements {

    private static final Pattern PAPER = Pattern.compile("(~?)(\"[^\"]*\"|[^\",\\s]+)");

    private static final int MEANT = 2;
    private static final int WORTH_FINDING = 1;

    /**
     * A query and what it should find.
     *
     * @param kind name of its class
     * @param grades paper id to grade: 2 is meant, 1 is worth finding
     */
    record Judged(String kind, String query, Map<String, Integer> grades) {}

    private final List<PaperCatalogued> papers;

    Judgements(List<PaperCatalogued> papers) {
        this.papers = papers;
    }

    List<Judged> read() throws IOException {
        var judged = new ArrayList<Judged>();
        String kind = "";
        for (String line : text().lines().toList()) {
            if (line.startsWith("== ")) {
                kind = line.substring(3, line.indexOf(':'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int arrow = line.lastIndexOf(" -> ");
                judged.add(new Judged(kind, line.substring(0, arrow), grades(line.substring(arrow + 4))));
            }
        }
        return judged;
    }

    private static String text() throws IOException {
        return new ClassPathResource("relevance/judgements.txt").getContentAsString(StandardCharsets.UTF_8);
    }

    private Map<String, Integer> grades(String named) {
        var grades = new LinkedHashMap<String, Integer>();
        PAPER.matcher(named)
                .results()
                .forEach(
                        paper -> grades.put(find(paper.group(2)), paper.group(1).isEmpty() ? MEANT : WORTH_FINDING));
        return grades;
    }

    private String find(String name) {
        return papers.stream()
                .filter(paper -> isNamed(paper, name))
                .map(PaperCatalogued::paperId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No paper of the lists is " + name));
    }

    private static boolean isNamed(PaperCatalogued paper, String name) {
        if (name.startsWith("\"")) {
            String beginning = name.substring(1, name.length() - 1).toLowerCase(Locale.ROOT);
            return String.valueOf(paper.paper().title())
                    .toLowerCase(Locale.ROOT)
                    .startsWith(beginning);
        }
        return ("meta/" + name + ".prototxt").equals(paper.paper().path())
                || paper.identifiers().stream().map(Identifier::toString).anyMatch(name::equals);
    }
}
