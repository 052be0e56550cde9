/** From submissions to decisions: one transaction a batch. */
@NullMarked
package io.paperpress.catalog.intake;

import org.jspecify.annotations.NullMarked;
