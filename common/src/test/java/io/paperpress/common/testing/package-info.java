/** What tests of every service share: real backing services, example data, the rules of the code. */
@NullMarked
package io.paperpress.common.testing;

import org.jspecify.annotations.NullMarked;
