/** Which pages there are, what each shows, and how it is written: HTML and Markdown. */
@NullMarked
package io.paperpress.render.pages;

import org.jspecify.annotations.NullMarked;
