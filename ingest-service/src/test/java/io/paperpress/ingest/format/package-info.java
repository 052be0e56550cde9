@NullMarked
package io.paperpress.ingest.format;

import org.jspecify.annotations.NullMarked;
