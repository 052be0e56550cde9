/** Tests. */
@NullMarked
package io.paperpress.render.publish;

import org.jspecify.annotations.NullMarked;
