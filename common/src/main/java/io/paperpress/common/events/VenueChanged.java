package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A venue of the vocabulary was added, changed or taken out.
 *
 * @param name short, in its own case
 * @param changeId the change that made this revision
 * @param colour six hexadecimal digits; {@code null} where it has none
 * @param kind conference, workshop, journal, repository, website or other; {@code null} once the venue is taken out
 * @param phrases parts of its long names, in lower case: what contains one is this venue, where no longer one fits
 */
public record VenueChanged(
        String name,
        long revision,
        Instant changedAt,
        String changeId,
        @Nullable String colour,
        @Nullable String kind,
        List<String> phrases)
        implements NameEvent {

    public VenueChanged {
        requireNonNull(name, "name");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(changeId, "changeId");
        phrases = Lists.copy(phrases);
    }

    @Override
    public String key() {
        return "venue:" + name;
    }

    @Override
    @JsonIgnore
    public boolean isGone() {
        return kind == null;
    }
}
