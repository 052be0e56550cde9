package io.paperpress.catalog.testing;

import io.paperpress.common.events.PaperSubmitted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code recognition-pairs.txt}, which says how it is written. */
public final class Pairs {

    /** What two submissions are to each other. */
    public enum Truth {
        SAME,
        APART,
        DIFFERENT
    }

    /** @param line of the file, for who looks for it */
    public record Pair(int line, String kind, Truth truth, PaperSubmitted first, PaperSubmitted second) {}

    private static final Pattern HEAD = Pattern.compile("([a-z]+): (same|apart|different)");
    private static final Pattern PREFIXED = Pattern.compile("(?i)(?:arxiv|doi):.*");
    private static final Pattern WHERE = Pattern.compile("(.*?)\\s*(\\d{4})?");

    private Pairs() {}

    public static List<Pair> all() {
        var lines = lines();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var head = HEAD.matcher(line);
            if (!head.matches() || i + 2 >= lines.size()) {
                throw new IllegalStateException("Line %d begins no pair: %s".formatted(i + 1, line));
            }
            var truth = Truth.valueOf(head.group(2).toUpperCase(Locale.ROOT));
            pairs.add(new Pair(
                    i + 1,
                    head.group(1),
                    truth,
                    submission(lines.get(i + 1), "ada").submitted(),
                    submission(lines.get(i + 2), "bob").submitted()));
            i += 2;
        }
        return pairs;
    }

    private static List<String> lines() {
        try (var in = Objects.requireNonNull(Pairs.class.getResourceAsStream("/recognition-pairs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Said submission(String line, String submitter) {
        @Nullable
        String[] columns = Arrays.copyOf(
                Arrays.stream((line + " ").split("\\|")).map(String::strip).toArray(String[]::new), 5);
        var said = Said.of(text(columns[0]).equals("-") ? null : columns[0]).from(submitter);
        if (!text(columns[1]).isEmpty()) {
            said.by(text(columns[1]).split("\\s*;\\s*"));
        }
        where(said, text(columns[2]));
        for (String word : text(columns[3]).split("\\s+")) {
            word(said, word);
        }
        return text(columns[4]).isEmpty() ? said : said.abstracted(text(columns[4]));
    }

    private static void where(Said said, String column) {
        var where = WHERE.matcher(column);
        if (!where.matches()) {
            throw new IllegalStateException("No venue and year: " + column);
        }
        if (!where.group(1).isEmpty()) {
            said.in(where.group(1));
        }
        if (where.group(2) != null) {
            said.in(Integer.parseInt(where.group(2)));
        }
    }

    private static void word(Said said, String word) {
        if (word.equals("cited")) {
            said.onList("seminar");
        } else if (word.startsWith("code=")) {
            said.link("code", word.substring("code=".length()));
        } else if (word.startsWith("https://") || word.startsWith("http://")) {
            said.link(word);
        } else if (PREFIXED.matcher(word).matches()) {
            said.id(word.substring(0, word.indexOf(':')), word.substring(word.indexOf(':') + 1));
        } else if (!word.isEmpty()) {
            said.link("https://" + word);
        }
    }

    private static String text(@Nullable String column) {
        return column == null ? "" : column;
    }
}
