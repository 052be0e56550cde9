/** Keeps the published pages equal to the catalogue, and is the public origin. */
@NullMarked
package io.paperpress.render;

import org.jspecify.annotations.NullMarked;
