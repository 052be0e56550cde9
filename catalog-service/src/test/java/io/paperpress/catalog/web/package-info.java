@NullMarked
package io.paperpress.catalog.web;

import org.jspecify.annotations.NullMarked;
