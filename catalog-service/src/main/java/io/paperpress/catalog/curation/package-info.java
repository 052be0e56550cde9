/** What waits for a curator's eye, and what can be done about it. */
@NullMarked
package io.paperpress.catalog.curation;

import org.jspecify.annotations.NullMarked;
