@NullMarked
package io.paperpress.ingest.rate;

import org.jspecify.annotations.NullMarked;
