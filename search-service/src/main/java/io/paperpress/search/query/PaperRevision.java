package io.paperpress.search.query;

/** A state of a paper that a search is to know of: who has just written wants to read it. */
public record PaperRevision(String paperId, long revision) {}
