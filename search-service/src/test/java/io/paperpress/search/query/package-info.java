@NullMarked
package io.paperpress.search.query;

import org.jspecify.annotations.NullMarked;
