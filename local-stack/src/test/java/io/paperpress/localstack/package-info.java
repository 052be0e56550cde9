@NullMarked
package io.paperpress.localstack;

import org.jspecify.annotations.NullMarked;
