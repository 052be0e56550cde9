/** Answers searches from the index. */
@NullMarked
package io.paperpress.search.query;

import org.jspecify.annotations.NullMarked;
