package io.paperpress.ingest.submission;

import java.time.Instant;

/** One call of {@code POST /api/submissions}. */
record Call(String batchId, String submitter, Instant receivedAt) {}
