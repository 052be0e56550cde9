/** The public HTTP side of search. */
@NullMarked
package io.paperpress.search.web;

import org.jspecify.annotations.NullMarked;
