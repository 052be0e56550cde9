/** The page model without a database. */
@NullMarked
package io.paperpress.render.model;

import org.jspecify.annotations.NullMarked;
