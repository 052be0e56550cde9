@NullMarked
package io.paperpress.catalog.deciding;

import org.jspecify.annotations.NullMarked;
