@NullMarked
package io.paperpress.catalog.lookup;

import org.jspecify.annotations.NullMarked;
