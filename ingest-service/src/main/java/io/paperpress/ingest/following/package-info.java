/** Tells followers what becomes of a submission or a call while it happens. */
@NullMarked
package io.paperpress.ingest.following;

import org.jspecify.annotations.NullMarked;
