/** The query language: what can be typed, how it is read, and its help text, all from one table. */
@NullMarked
package io.paperpress.search.language;

import org.jspecify.annotations.NullMarked;
