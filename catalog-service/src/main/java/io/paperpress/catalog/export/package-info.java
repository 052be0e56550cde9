/** Everything out of the catalogue, and back into an empty one. */
@NullMarked
package io.paperpress.catalog.export;

import org.jspecify.annotations.NullMarked;
