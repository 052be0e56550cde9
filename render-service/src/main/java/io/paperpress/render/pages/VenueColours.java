package io.paperpress.render.pages;

import io.paperpress.render.model.Csv;
import java.util.LinkedHashMap;
import java.util.Map;

/** The colour of a venue's badge and chip: data of {@code vocabulary/venues.csv}, matched by exact case. */
public final class VenueColours {

    /** For every venue that has none of its own. */
    static final String OTHER = "green";

    private final Map<String, String> colours;

    VenueColours(Map<String, String> colours) {
        this.colours = new LinkedHashMap<>(colours);
    }

    public static VenueColours load() {
        var colours = new LinkedHashMap<String, String>();
        Csv.load("vocabulary/venues.csv", 2).forEach(row -> colours.put(row.get(0), row.get(1)));
        return new VenueColours(colours);
    }

    /** Six hexadecimal digits, or {@value #OTHER}. */
    String of(String venue) {
        return colours.getOrDefault(venue, OTHER);
    }

    /** Venue names with their colours, in six hexadecimal digits. */
    Map<String, String> all() {
        return colours;
    }
}
