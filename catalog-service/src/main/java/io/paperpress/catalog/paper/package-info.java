/** What a paper is, and what a submission does to it; plain Java. */
@NullMarked
package io.paperpress.catalog.paper;

import org.jspecify.annotations.NullMarked;
