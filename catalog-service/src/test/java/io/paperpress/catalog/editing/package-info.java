@NullMarked
package io.paperpress.catalog.editing;

import org.jspecify.annotations.NullMarked;
