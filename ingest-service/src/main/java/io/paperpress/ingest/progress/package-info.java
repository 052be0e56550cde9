/** Follows what became of submissions, in whatever order it is heard. */
@NullMarked
package io.paperpress.ingest.progress;

import org.jspecify.annotations.NullMarked;
