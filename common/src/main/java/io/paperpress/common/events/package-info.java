/**
 * What happened to submissions, papers and reading lists: the records that travel through Kafka, and nothing else.
 *
 * <p>This package knows no framework. Contracts change by addition only: a component may be added as optional, never
 * renamed, retyped or removed; a breaking change is a new topic. Absent text is {@code null}, an absent collection is
 * empty.
 */
@NullMarked
package io.paperpress.common.events;

import org.jspecify.annotations.NullMarked;
