@NullMarked
package io.paperpress.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
