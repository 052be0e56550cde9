/** Tests. */
@NullMarked
package io.paperpress.render.pages;

import org.jspecify.annotations.NullMarked;
