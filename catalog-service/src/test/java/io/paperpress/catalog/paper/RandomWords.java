package io.paperpress.catalog.paper;

import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.PaperSubmitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Submissions of one work at random: few submitters and few values, so that they agree and contradict each other. */
final class RandomWords {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final Random random;
    private final String prefix;
    private int said;

    RandomWords(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    List<PaperSubmitted> some(int count) {
        var some = new ArrayList<PaperSubmitted>();
        for (int i = 0; i < count; i++) {
            some.add(one());
        }
        return some;
    }

    /** Said at a time of its own. */
    private PaperSubmitted one() {
        var said = Said.of(random.nextBoolean() ? pick("X", "X: Longer", "Y") : null);
        if (random.nextBoolean()) {
            said.in(pick("ICML", "ICLR", "arXiv"));
        }
        if (random.nextBoolean()) {
            said.in(2020 + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            said.by(pick("Ada Byron", "Charles Babbage"));
        }
        if (random.nextInt(3) == 0) {
            said.link("https://x.org/" + random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            said.id("arxiv", "2502.2076" + random.nextInt(3));
        }
        said.from(pick("ada", "bob", "eve"));
        if (random.nextInt(4) == 0) {
            said.onList("list" + random.nextInt(2));
        }
        String id = "%s%04d".formatted(prefix, ++this.said);
        return said.as(id)
                .when(START.plusMillis(random.nextInt(1_000_000))
                        .plusNanos(1_000L * this.said)
                        .toString())
                .submitted();
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
