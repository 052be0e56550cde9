@NullMarked
package io.paperpress.search;

import org.jspecify.annotations.NullMarked;
