package io.paperpress.ingest.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of the keywords that some files give by number: data of {@code vocabulary/keyword-numbers.csv}. */
final class KeywordNumbers {

    private static final Map<String, String> NAMES = load();

    private KeywordNumbers() {}

    /** @return a name as it is; {@code null} for a number that stands for none */
    static @Nullable String name(String word) {
        boolean number = !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? NAMES.get(word) : word;
    }

    private static Map<String, String> load() {
        var file = Objects.requireNonNull(
                KeywordNumbers.class.getResourceAsStream("/vocabulary/keyword-numbers.csv"), "keyword-numbers.csv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
