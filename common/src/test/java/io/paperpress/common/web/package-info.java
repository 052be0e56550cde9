@NullMarked
package io.paperpress.common.web;

import org.jspecify.annotations.NullMarked;
