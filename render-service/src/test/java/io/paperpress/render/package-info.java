/** The whole service against real backing services. */
@NullMarked
package io.paperpress.render;

import org.jspecify.annotations.NullMarked;
