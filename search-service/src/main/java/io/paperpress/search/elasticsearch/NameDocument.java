package io.paperpress.search.elasticsearch;

import java.util.Collection;

/** Names of one thing as the index holds them: who types one finds what is shown under another. */
public record NameDocument(String key, Collection<String> texts) {}
