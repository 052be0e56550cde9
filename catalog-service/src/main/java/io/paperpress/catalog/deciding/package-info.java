/** What is asked of the catalogue's decisions over HTTP: dry runs, and reviews. */
@NullMarked
package io.paperpress.catalog.deciding;

import org.jspecify.annotations.NullMarked;
