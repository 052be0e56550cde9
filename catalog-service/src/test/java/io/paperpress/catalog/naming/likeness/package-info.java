@NullMarked
package io.paperpress.catalog.naming.likeness;

import org.jspecify.annotations.NullMarked;
