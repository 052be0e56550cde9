@NullMarked
package io.paperpress.catalog.intake;

import org.jspecify.annotations.NullMarked;
