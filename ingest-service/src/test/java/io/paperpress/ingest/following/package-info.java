@NullMarked
package io.paperpress.ingest.following;

import org.jspecify.annotations.NullMarked;
