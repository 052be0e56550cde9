/** How text is cut into words and folded: the one rule that the index, the queries and the highlights share. */
@NullMarked
package io.paperpress.search.words;

import org.jspecify.annotations.NullMarked;
