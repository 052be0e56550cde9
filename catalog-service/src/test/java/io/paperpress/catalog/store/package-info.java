@NullMarked
package io.paperpress.catalog.store;

import org.jspecify.annotations.NullMarked;
