package io.paperpress.ingest.submission;

import io.paperpress.common.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls that carry an {@code Idempotency-Key}: the second with the same key, caller and body is answered with the first
 * one's batch and submits nothing.
 */
class IdempotentCalls {

    private static final int LONGEST_KEY = 255;

    /** After which a call that never ended counts as dead, so that its key may be used again. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    /** After which a key is free again. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final String BEGIN = """
            insert into idempotent_call as earlier (caller, key, batch_id, received_at)
            values (:caller, :key, :batch, :now)
            on conflict (caller, key) do update
            set batch_id = excluded.batch_id, received_at = excluded.received_at, digest = null
            where (earlier.digest is null and earlier.received_at < :abandoned) or earlier.received_at < :expired
            """;

    private record Earlier(String batchId, byte @Nullable [] digest) {}

    private final JdbcClient jdbc;
    private final Batches batches;
    private final IngestSettings settings;

    IdempotentCalls(JdbcClient jdbc, Batches batches, IngestSettings settings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.settings = settings;
    }

    /** @param asked what the call says beside its body: with other words it is another call */
    Receipt once(String key, String asked, Call call, InputStream body, Function<InputStream, Receipt> work) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Bad Request",
                    "An Idempotency-Key has 1 to %d characters.".formatted(LONGEST_KEY));
        }
        var digested = new DigestInputStream(body, sha256());
        digested.getMessageDigest().update(asked.getBytes(StandardCharsets.UTF_8));
        return begin(key, call) ? first(key, call, digested, work) : again(key, call, digested);
    }

    private Receipt first(String key, Call call, DigestInputStream body, Function<InputStream, Receipt> work) {
        boolean through = false;
        try {
            var receipt = work.apply(body);
            jdbc.sql("update idempotent_call set digest = :digest where caller = :caller and key = :key")
                    .param("digest", digestOf(body))
                    .param("caller", call.submitter())
                    .param("key", key)
                    .update();
            through = true;
            return receipt;
        } finally {
            if (!through) {
                forget(key, call);
            }
        }
    }

    private Receipt again(String key, Call call, DigestInputStream body) {
        var earlier = jdbc.sql("select batch_id, digest from idempotent_call where caller = :caller and key = :key")
                .param("caller", call.submitter())
                .param("key", key)
                .query((row, _) -> new Earlier(row.getString("batch_id"), row.getBytes("digest")))
                .single();
        if (earlier.digest() == null) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "call-in-progress",
                    "The same call is still in progress",
                    "A call with this Idempotency-Key is being worked on. Ask again in a few seconds.");
        }
        if (!MessageDigest.isEqual(earlier.digest(), digestOf(body))) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "The Idempotency-Key belongs to another body",
                    "A call with this Idempotency-Key and another body or query was answered before. Use a new key.");
        }
        return receipt(earlier.batchId());
    }

    private Receipt receipt(String batchId) {
        var batch = batches.find(batchId, -1, 1).orElseThrow();
        return new Receipt(
                batchId,
                batch.received(),
                batch.refused(),
                batches.submissions(batchId, -1, settings.listed()),
                batches.errors(batchId, -1, settings.listed()));
    }

    /** Forgets the keys of calls before a time. */
    int forget(Instant before) {
        return jdbc.sql("delete from idempotent_call where received_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private boolean begin(String key, Call call) {
        return jdbc.sql(BEGIN)
                        .param("caller", call.submitter())
                        .param("key", key)
                        .param("batch", call.batchId())
                        .param("now", Timestamp.from(call.receivedAt()))
                        .param("abandoned", Timestamp.from(call.receivedAt().minus(ABANDONED)))
                        .param("expired", Timestamp.from(call.receivedAt().minus(KEPT)))
                        .update()
                == 1;
    }

    private void forget(String key, Call call) {
        jdbc.sql("delete from idempotent_call where caller = :caller and key = :key and batch_id = :batch")
                .param("caller", call.submitter())
                .param("key", key)
                .param("batch", call.batchId())
                .update();
    }

    /** Of the whole body, also of what its reader left. */
    private static byte[] digestOf(DigestInputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
            return body.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
