/** Tests. */
@NullMarked
package io.paperpress.render.web;

import org.jspecify.annotations.NullMarked;
