package io.paperpress.catalog.intake;

import io.paperpress.catalog.identity.PaperMatcher;
import io.paperpress.catalog.identity.Recogniser;
import io.paperpress.catalog.identity.likeness.LikenessIndex;
import io.paperpress.catalog.identity.likeness.Profile;
import io.paperpress.catalog.testing.Crowd;
import io.paperpress.catalog.testing.Pairs;
import io.paperpress.catalog.testing.Pairs.Truth;
import io.paperpress.catalog.testing.Words;
import java.util.Arrays;
import java.util.List;

/**
 * How long recognition takes among many papers, how much memory the index has, and how many of the labelled pairs are
 * still found there. Argument: how many papers (100000).
 */
final class RecognitionBenchmark {

    private static final int ASKED = 5_000;

    private RecognitionBenchmark() {}

    public static void main(String[] arguments) {
        int papers = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        var crowd = new Crowd(1);
        long before = used();
        var index = new LikenessIndex();
        long start = System.nanoTime();
        for (int i = 0; i < papers; i++) {
            index.put("crowd" + i, Profile.of(crowd.next().paper()));
        }
        System.out.printf("%,d papers indexed in %.1f s, %,d MB%n", papers, seconds(start), (used() - before) >> 20);
        time(index, crowd, ASKED);
        System.out.println(time(index, crowd, ASKED));
        System.out.println(pairs(index));
    }

    private static String time(LikenessIndex index, Crowd crowd, int many) {
        long[] nanos = new long[many];
        long proposals = 0;
        for (int i = 0; i < many; i++) {
            var submission = crowd.next();
            long start = System.nanoTime();
            var recogniser = new Recogniser(new PaperMatcher(Words.VOCABULARY), index);
            nanos[i] = -start;
            proposals += recogniser.recognise(submission, List.of()).doubts().size();
            nanos[i] += System.nanoTime();
        }
        Arrays.sort(nanos);
        return "a submission: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, longest %.2f ms; %d proposals of %d"
                .formatted(
                        nanos[many / 2] / 1e6,
                        nanos[many * 99 / 100] / 1e6,
                        nanos[many * 999 / 1000] / 1e6,
                        nanos[many - 1] / 1e6,
                        proposals,
                        many);
    }

    /** Each pair by itself in the crowd: its first paper is listed, its second asked about. */
    private static String pairs(LikenessIndex index) {
        int one = 0;
        int found = 0;
        var missed = new StringBuilder();
        for (var pair : Pairs.all()) {
            if (pair.truth() == Truth.DIFFERENT) {
                continue;
            }
            index.put("first", Profile.of(pair.first().paper()));
            var recognition =
                    new Recogniser(new PaperMatcher(Words.VOCABULARY), index).recognise(pair.second(), List.of());
            one++;
            if (recognition.doubts().stream().anyMatch(doubt -> doubt.paperId().equals("first"))) {
                found++;
            } else {
                missed.append("\n  line ").append(pair.line());
            }
            index.remove("first");
        }
        return "of %d pairs of one work, likeness alone finds %d among them; not: %s".formatted(one, found, missed);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
