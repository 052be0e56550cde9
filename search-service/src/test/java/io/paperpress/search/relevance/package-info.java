@NullMarked
package io.paperpress.search.relevance;

import org.jspecify.annotations.NullMarked;
