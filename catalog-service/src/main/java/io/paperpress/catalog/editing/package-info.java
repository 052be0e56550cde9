/** What maintainers do to papers and reading lists: edits, withdrawals, merges, and their undoing. */
@NullMarked
package io.paperpress.catalog.editing;

import org.jspecify.annotations.NullMarked;
