package io.paperpress.search.query;

/** A cursor that was not given out for the search it is used with. */
public final class ForeignCursor extends RuntimeException {}
