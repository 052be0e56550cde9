@NullMarked
package io.paperpress.catalog.testing;

import org.jspecify.annotations.NullMarked;
