@NullMarked
package io.paperpress.catalog.oai;

import org.jspecify.annotations.NullMarked;
