/** Search over the catalogue: keeps an index equal to it, and answers queries from the index. */
@NullMarked
package io.paperpress.search;

import org.jspecify.annotations.NullMarked;
