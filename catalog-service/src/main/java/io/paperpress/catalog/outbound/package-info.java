/** The one way from the catalogue to hosts on the internet. */
@NullMarked
package io.paperpress.catalog.outbound;

import org.jspecify.annotations.NullMarked;
