/** Which submissions are one work; plain Java. */
@NullMarked
package io.paperpress.catalog.identity;

import org.jspecify.annotations.NullMarked;
