/** From a change to live files: which pages it touches, rendering each once, replacing only what differs. */
@NullMarked
package io.paperpress.render.publish;

import org.jspecify.annotations.NullMarked;
