/** Which names may mean the same; plain Java, and a proposal at most. */
@NullMarked
package io.paperpress.catalog.naming.likeness;

import org.jspecify.annotations.NullMarked;
