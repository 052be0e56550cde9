@NullMarked
package io.paperpress.catalog.identity;

import org.jspecify.annotations.NullMarked;
