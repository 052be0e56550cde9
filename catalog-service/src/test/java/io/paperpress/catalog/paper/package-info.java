@NullMarked
package io.paperpress.catalog.paper;

import org.jspecify.annotations.NullMarked;
