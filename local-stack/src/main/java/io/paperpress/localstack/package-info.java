/** Kafka, PostgreSQL and Elasticsearch as real processes on this machine, and the launcher behind {@code ./run}. */
@NullMarked
package io.paperpress.localstack;

import org.jspecify.annotations.NullMarked;
