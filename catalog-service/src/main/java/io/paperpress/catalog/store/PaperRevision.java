package io.paperpress.catalog.store;

import io.paperpress.catalog.paper.Paper;

/** A state of a paper that is to be kept, and whose submission made it. */
public record PaperRevision(Paper paper, String submitter) {}
