/**
 * What submissions are written in: one {@link io.paperpress.ingest.format.SubmissionReader} a format, which turns a
 * body into entries and knows nothing of where they go.
 */
@NullMarked
package io.paperpress.ingest.format;

import org.jspecify.annotations.NullMarked;
