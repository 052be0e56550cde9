@NullMarked
package io.paperpress.catalog.export;

import org.jspecify.annotations.NullMarked;
