/** What the site knows of the catalogue: papers, their groups and reading lists, in PostgreSQL, kept from events. */
@NullMarked
package io.paperpress.render.model;

import org.jspecify.annotations.NullMarked;
