@NullMarked
package io.paperpress.common.messaging;

import org.jspecify.annotations.NullMarked;
