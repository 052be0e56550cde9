@NullMarked
package io.paperpress.catalog.curation;

import org.jspecify.annotations.NullMarked;
