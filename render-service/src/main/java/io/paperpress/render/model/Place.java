package io.paperpress.render.model;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands on a shelf.
 *
 * @param sortKey orders the shelf by code point; unique on it
 * @param ref paper id, or the slug of a group on an index
 */
record Place(
        Shelf shelf, String sortKey, String ref, @Nullable Integer year) {}
