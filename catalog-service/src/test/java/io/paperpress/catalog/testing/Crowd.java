package io.paperpress.catalog.testing;

import io.paperpress.common.events.PaperSubmitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Any number of papers that look like those of the sample lists; the same ones every time. */
public final class Crowd {

    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ra", "tor", "ven", "dex", "sol", "qua", "zi", "pre", "fle", "nor", "bit", "gra", "hy", "ter"
    };

    private final List<String> words;
    private final Random random;
    private int count;

    public Crowd(long seed) {
        random = new Random(seed);
        words = Golden.efficientPapers().stream()
                .filter(PaperSubmitted.class::isInstance)
                .flatMap(event ->
                        List.of(String.valueOf(((PaperSubmitted) event).paper().title())
                                        .split("[\\s:]+"))
                                .stream())
                .toList();
    }

    /** A paper with authors and an abstract of 150 words. */
    public PaperSubmitted next() {
        int number = count++;
        String title = name() + ": " + text(5 + random.nextInt(5));
        return Said.of(title)
                .by(name() + " " + name(), name() + " " + name())
                .in("arXiv", 2015 + random.nextInt(11))
                .id(
                        "arxiv",
                        "%02d%02d.%05d".formatted(10 + number / 1_200_000, 1 + number / 100_000 % 12, number % 100_000))
                .abstracted(text(150))
                .as("crowd%021d".formatted(number))
                .submitted();
    }

    private String text(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining(" "));
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public List<PaperSubmitted> next(int many) {
        var papers = new ArrayList<PaperSubmitted>(many);
        for (int i = 0; i < many; i++) {
            papers.add(next());
        }
        return papers;
    }
}
