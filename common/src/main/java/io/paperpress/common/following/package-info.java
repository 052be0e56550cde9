/** Server-sent events that resume where a follower was, read from numbered rows that every instance sees. */
@NullMarked
package io.paperpress.common.following;

import org.jspecify.annotations.NullMarked;
