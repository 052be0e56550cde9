@NullMarked
package io.paperpress.common;

import org.jspecify.annotations.NullMarked;
