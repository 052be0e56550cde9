@NullMarked
package io.paperpress.catalog;

import org.jspecify.annotations.NullMarked;
