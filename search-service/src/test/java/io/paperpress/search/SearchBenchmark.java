package io.paperpress.search;

import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.testing.Papers;
import io.paperpress.common.web.TestTokens;
import io.paperpress.search.relevance.SampleLists;
import io.paperpress.search.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Figures at 100,000 papers of about 2 KB. Asserts nothing, and runs only by name:
 * {@code -Dit.test=SearchBenchmark -Dpaperpress.benchmark.papers=100000}.
 */
class SearchBenchmark extends SearchServiceFixture {

    private static final int PAPERS = Integer.getInteger("paperpress.benchmark.papers", 100_000);
    private static final int A_SECOND = 30;
    private static final int SECONDS = 20;
    private static final int BATCH = 2000;

    private final Random random = new Random(7);
    private final List<String> words = vocabulary();

    private static List<String> vocabulary() {
        var words = new ArrayList<>(SampleLists.papers().stream()
                .flatMap(paper -> Words.of(Objects.requireNonNull(paper.paper().title())).stream())
                .map(word -> word.form())
                .filter(form -> form.length() > 2)
                .toList());
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            words.add(random.ints(4 + random.nextInt(7), 0, 26)
                    .mapToObj(c -> String.valueOf((char) ('a' + c)))
                    .collect(Collectors.joining()));
        }
        return words;
    }

    /** The first words are the common ones. */
    private String word() {
        double skewed = random.nextDouble() * random.nextDouble() * random.nextDouble();
        return words.get((int) (skewed * words.size()));
    }

    private String text(int length) {
        return IntStream.range(0, length).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    private String author() {
        return "Given" + random.nextInt(300) + " Family" + random.nextInt(5000);
    }

    private PaperCatalogued paper(int i) {
        return Papers.titled(text(9))
                .withShortName("Name" + i)
                .withAuthors(author(), author(), author(), author())
                .withInstitutions("University of City" + random.nextInt(400), "Company" + random.nextInt(200))
                .withVenue("VENUE" + random.nextInt(30))
                .withYear(2010 + random.nextInt(16))
                .withKeywords("keyword_" + random.nextInt(20))
                .withAbstract(text(180))
                .catalogued("bench%07d".formatted(i), 1);
    }

    @Test
    void figures() throws Exception {
        long start = System.nanoTime();
        for (int from = 0; from < PAPERS; from += BATCH) {
            publish(IntStream.range(from, Math.min(PAPERS, from + BATCH))
                    .mapToObj(this::paper)
                    .toArray(PaperCatalogued[]::new));
        }
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> search("size", "0").get("total").longValue() >= PAPERS);
        print("indexed while publishing: %.0f papers/s", PAPERS / seconds(start));

        run("warm", 10, this::query);
        run("search, facets and highlights", SECONDS, this::query);
        run("suggest", SECONDS / 2, this::suggest);

        start = System.nanoTime();
        post("/api/search/reindex", TestTokens.maintainer());
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get(uri("/api/search/reindex")).body().contains("done"));
        print("reindexed: %.0f papers/s", PAPERS / seconds(start));
        start = System.nanoTime();
        long lines = get(uri("/api/search.ndjson")).body().lines().count();
        print("exported %d papers at %.0f/s", lines, lines / seconds(start));
    }

    private String query() {
        String q = switch (random.nextInt(10)) {
            case 0, 1, 2 -> text(2);
            case 3 -> text(1);
            case 4 -> text(3);
            case 5 -> "Family" + random.nextInt(5000) + " " + (2010 + random.nextInt(16));
            case 6 -> "\"" + text(2) + "\" OR " + word();
            case 7 -> "title:" + word() + " year:2015..2025 -" + word();
            case 8 -> "Name" + random.nextInt(PAPERS);
            default -> misspelt(text(2));
        };
        String filter = random.nextInt(4) == 0 ? "&venue=VENUE" + random.nextInt(30) : "";
        return "/api/search?q=" + encoded(q) + filter;
    }

    private String suggest() {
        String typed = random.nextBoolean() ? word() : "family" + random.nextInt(5000);
        return "/api/suggest?q=" + encoded(typed.substring(0, Math.min(typed.length(), 3 + random.nextInt(5))));
    }

    private static String misspelt(String text) {
        return text.length() < 4 ? text : text.substring(0, 2) + text.substring(3);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** At a steady rate, whether answers come or not; a query's time begins when it was due. */
    private void run(String what, int seconds, java.util.function.Supplier<String> address) throws Exception {
        var took = new ConcurrentLinkedQueue<Double>();
        var failed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int i = 0; i < seconds * A_SECOND; i++) {
                long due = begin + i * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var uri = uri(address.get());
                threads.submit(() -> {
                    if (get(uri).statusCode() != 200) {
                        failed.incrementAndGet();
                    }
                    took.add((System.nanoTime() - due) / 1e6);
                });
            }
        }
        double[] sorted =
                took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        print(
                "%s, %d/s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, worst %.0f ms, %d failed",
                what,
                A_SECOND,
                sorted[sorted.length / 2],
                sorted[sorted.length * 9 / 10],
                sorted[sorted.length * 99 / 100],
                Arrays.stream(sorted).max().orElse(0),
                failed.get());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, "benchmark: " + format + "%n", values);
    }
}
