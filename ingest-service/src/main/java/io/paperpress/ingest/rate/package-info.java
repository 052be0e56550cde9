/** How often one caller may call. */
@NullMarked
package io.paperpress.ingest.rate;

import org.jspecify.annotations.NullMarked;
