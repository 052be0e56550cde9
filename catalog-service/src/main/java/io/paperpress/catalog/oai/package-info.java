/** The catalogue for harvesters: OAI-PMH 2.0. */
@NullMarked
package io.paperpress.catalog.oai;

import org.jspecify.annotations.NullMarked;
