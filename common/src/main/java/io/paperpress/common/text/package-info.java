/** Text as people and tools type it, read as the text it stands for. */
@NullMarked
package io.paperpress.common.text;

import org.jspecify.annotations.NullMarked;
