/** What every service's HTTP side shares: who may call, and how a failure is told. */
@NullMarked
package io.paperpress.common.web;

import org.jspecify.annotations.NullMarked;
