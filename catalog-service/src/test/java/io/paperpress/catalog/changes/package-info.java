@NullMarked
package io.paperpress.catalog.changes;

import org.jspecify.annotations.NullMarked;
