@NullMarked
package io.paperpress.search.words;

import org.jspecify.annotations.NullMarked;
