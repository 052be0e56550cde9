/** The public origin: serves the site and forwards the API to the services that own it. */
@NullMarked
package io.paperpress.render.web;

import org.jspecify.annotations.NullMarked;
