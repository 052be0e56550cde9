/** What a reading list is, and what a submission does to it; plain Java. */
@NullMarked
package io.paperpress.catalog.list;

import org.jspecify.annotations.NullMarked;
