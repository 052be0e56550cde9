@NullMarked
package io.paperpress.search.language;

import org.jspecify.annotations.NullMarked;
