/** Likeness of works: how alike two are, why, and an index that finds what is alike without looking at everything. */
@NullMarked
package io.paperpress.catalog.identity.likeness;

import org.jspecify.annotations.NullMarked;
