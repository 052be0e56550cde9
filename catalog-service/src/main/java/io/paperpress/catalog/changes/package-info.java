/** What changed in the catalogue, in one order that nobody can miss anything of. */
@NullMarked
package io.paperpress.catalog.changes;

import org.jspecify.annotations.NullMarked;
