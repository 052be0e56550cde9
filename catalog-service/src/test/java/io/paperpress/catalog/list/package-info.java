@NullMarked
package io.paperpress.catalog.list;

import org.jspecify.annotations.NullMarked;
