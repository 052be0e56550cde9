@NullMarked
package io.paperpress.common.text;

import org.jspecify.annotations.NullMarked;
