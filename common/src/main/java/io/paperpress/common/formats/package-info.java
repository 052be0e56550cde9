/** A paper as other programs read it. What is written here, ingest-service reads back to the same paper. */
@NullMarked
package io.paperpress.common.formats;

import org.jspecify.annotations.NullMarked;
