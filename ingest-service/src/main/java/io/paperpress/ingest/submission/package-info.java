/** The way of a submission from HTTP to the topic, and what its submitter is told of it. */
@NullMarked
package io.paperpress.ingest.submission;

import org.jspecify.annotations.NullMarked;
