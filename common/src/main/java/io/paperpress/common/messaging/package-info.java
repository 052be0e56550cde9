/** How events leave and arrive safely: the same rules in every service, written once. */
@NullMarked
package io.paperpress.common.messaging;

import org.jspecify.annotations.NullMarked;
