/** Names as data: aliases and vocabularies that maintainers change, and what follows from a change. */
@NullMarked
package io.paperpress.catalog.naming;

import org.jspecify.annotations.NullMarked;
