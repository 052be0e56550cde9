package io.paperpress.render.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/** The colour of a venue's badge and chip, matched by exact case. */
public final class VenueColours {

    /** For every venue that has none of its own. */
    static final String OTHER = "green";

    private final Map<String, String> colours;

    public VenueColours(Map<String, String> colours) {
        this.colours = new LinkedHashMap<>(colours);
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
