@NullMarked
package io.paperpress.ingest.submission;

import org.jspecify.annotations.NullMarked;
