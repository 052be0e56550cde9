@NullMarked
package io.paperpress.search.indexing;

import org.jspecify.annotations.NullMarked;
