@NullMarked
package io.paperpress.catalog.moderation;

import org.jspecify.annotations.NullMarked;
