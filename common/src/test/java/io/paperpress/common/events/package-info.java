@NullMarked
package io.paperpress.common.events;

import org.jspecify.annotations.NullMarked;
