/** The catalogue in PostgreSQL. */
@NullMarked
package io.paperpress.catalog.store;

import org.jspecify.annotations.NullMarked;
