/**
 * How a work is named: the syntax of identifiers, and the plain form of a title.
 *
 * <p>It stands here, beside the events, because the key of the {@code submissions} topic is made of it: what may be one
 * paper must meet in one partition. Whether two submissions are one paper is catalog-service's to decide.
 */
@NullMarked
package io.paperpress.common.identity;

import org.jspecify.annotations.NullMarked;
