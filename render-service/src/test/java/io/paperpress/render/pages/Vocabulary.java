package io.paperpress.render.pages;

import io.paperpress.common.testing.SampleVocabulary;
import java.util.LinkedHashMap;

/** The vocabulary of the samples, as pages need it. */
final class Vocabulary {

    private Vocabulary() {}

    static VenueColours colours() {
        var colours = new LinkedHashMap<String, String>();
        SampleVocabulary.venues().forEach(venue -> {
            if (venue.colour() != null) {
                colours.put(venue.name(), venue.colour());
            }
        });
        return new VenueColours(colours);
    }
}
