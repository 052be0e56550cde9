@NullMarked
package io.paperpress.search.web;

import org.jspecify.annotations.NullMarked;
