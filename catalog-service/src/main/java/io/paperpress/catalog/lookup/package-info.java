/** Asks registries for what a submission of an identifier alone does not say. Off unless configured. */
@NullMarked
package io.paperpress.catalog.lookup;

import org.jspecify.annotations.NullMarked;
