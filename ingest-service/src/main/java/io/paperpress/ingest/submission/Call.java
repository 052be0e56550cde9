package io.paperpress.ingest.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code POST /api/submissions}.
 *
 * @param role the submitter's, {@code null} where there was no token
 */
record Call(String batchId, String submitter, @Nullable String role, Instant receivedAt) {}
