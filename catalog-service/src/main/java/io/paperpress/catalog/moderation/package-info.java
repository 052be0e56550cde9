/** Who is published at once, and whose submissions wait for a maintainer. */
@NullMarked
package io.paperpress.catalog.moderation;

import org.jspecify.annotations.NullMarked;
