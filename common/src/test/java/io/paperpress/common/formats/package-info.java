@NullMarked
package io.paperpress.common.formats;

import org.jspecify.annotations.NullMarked;
