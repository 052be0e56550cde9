@NullMarked
package io.paperpress.ingest.progress;

import org.jspecify.annotations.NullMarked;
