/** The sample lists, read just well enough to fill the model in tests. */
@NullMarked
package io.paperpress.render.samples;

import org.jspecify.annotations.NullMarked;
