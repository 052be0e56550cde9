/** The whole system, started as {@code ./run} starts it and used through its public origin only. */
@NullMarked
package io.paperpress.e2e;

import org.jspecify.annotations.NullMarked;
