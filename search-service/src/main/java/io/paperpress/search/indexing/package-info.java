/** Keeps the indexes equal to what the catalogue says. */
@NullMarked
package io.paperpress.search.indexing;

import org.jspecify.annotations.NullMarked;
