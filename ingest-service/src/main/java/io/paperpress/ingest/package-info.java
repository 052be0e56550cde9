/** Takes papers in, in every format, and tells their submitter what became of them. */
@NullMarked
package io.paperpress.ingest;

import org.jspecify.annotations.NullMarked;
