@NullMarked
package io.paperpress.ingest;

import org.jspecify.annotations.NullMarked;
