package io.paperpress.search.elasticsearch;

import java.util.Collection;

/** A reading list as the index holds it: which papers stand on it, for filtering and counting. */
public record ListDocument(String slug, String title, int paperCount, Collection<String> paperIds) {}
