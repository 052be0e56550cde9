/** Decides: validates, recognises, stores, keeps history. */
@NullMarked
package io.paperpress.catalog;

import org.jspecify.annotations.NullMarked;
