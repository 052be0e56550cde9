package io.paperpress.localstack;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Submits the two sample lists through the public endpoint, as a contributor would, and waits until they are published. */
final class SampleImport {

    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final List<String> ENDS = List.of("published", "duplicate", "inReview", "rejected");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(REQUEST).build();
    private final URI origin;
    private final String token;
    private final Progress progress;

    SampleImport(URI origin, String token, Progress progress) {
        this.origin = origin;
        this.token = token;
        this.progress = progress;
    }

    void run(Path papers, Path readingList) {
        var batches = new ArrayList<Batch>();
        batches.add(submit("/api/submissions", papers));
        batches.add(submit("/api/submissions?list=materials", readingList));
        follow(batches);
    }

    private Batch submit(String path, Path list) {
        try {
            var request = HttpRequest.newBuilder(origin.resolve(path))
                    .timeout(REQUEST)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "text/markdown")
                    .POST(BodyPublishers.ofFile(list))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != ACCEPTED) {
                throw new LocalStackException("%s was not taken in (%d: %s): ./run again, or start with --no-samples."
                        .formatted(list.getFileName(), answer.statusCode(), answer.body()));
            }
            var taken = JSONObjectUtils.parse(answer.body());
            progress.say("%s submitted: %s entries".formatted(list.getFileName(), taken.get("received")));
            return new Batch(String.valueOf(taken.get("batchId")), number(taken, "received"));
        } catch (IOException | ParseException e) {
            throw new LocalStackException("%s could not be submitted (%s): ./run again.".formatted(list, e), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void follow(List<Batch> batches) {
        int total = batches.stream().mapToInt(Batch::received).sum();
        int done = -1;
        long lastProgress = System.nanoTime();
        while (done < total) {
            int before = done;
            done = batches.stream().mapToInt(this::ended).sum();
            if (done != before) {
                progress.say("%d of %d published".formatted(done, total));
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > WITHOUT_PROGRESS.toNanos()) {
                throw new LocalStackException(
                        "Nothing more of the sample lists was published for %d s: see ./run ps and the logs, and ./run again."
                                .formatted(WITHOUT_PROGRESS.toSeconds()));
            }
            Wait.until(BETWEEN_LOOKS, () -> false);
        }
    }

    private int ended(Batch batch) {
        try {
            var request = HttpRequest.newBuilder(origin.resolve("/api/batches/" + batch.id()))
                    .timeout(REQUEST)
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                return 0;
            }
            var totals = JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(answer.body()), "totals");
            int ended = totals == null
                    ? 0
                    : ENDS.stream().mapToInt(state -> number(totals, state)).sum();
            return Math.min(ended, batch.received());
        } catch (IOException | ParseException notNow) {
            return 0;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static int number(Map<String, Object> object, String name) {
        return object.get(name) instanceof Number number ? number.intValue() : 0;
    }

    private static LocalStackException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LocalStackException("The import of the sample lists was interrupted: ./run again goes on.", e);
    }

    private record Batch(String id, int received) {}
}
