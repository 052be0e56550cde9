package io.paperpress.catalog.web;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListSection;
import java.time.Instant;
import java.util.List;

/** A list with all that stands on it, in order. */
public record ListView(
        String slug,
        String title,
        long revision,
        Instant revisedAt,
        List<ListEntry> entries,
        List<ListSection> sections) {

    public static ListView of(ListCatalogued list) {
        return new ListView(
                list.slug(), list.title(), list.revision(), list.revisedAt(), list.entries(), list.sections());
    }
}
