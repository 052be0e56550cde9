@NullMarked
package io.paperpress.catalog.naming;

import org.jspecify.annotations.NullMarked;
