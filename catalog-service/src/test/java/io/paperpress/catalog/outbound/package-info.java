@NullMarked
package io.paperpress.catalog.outbound;

import org.jspecify.annotations.NullMarked;
