package io.paperpress.catalog.lookup;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether and how registries are asked about identifiers.
 *
 * @param enabled whether they are asked at all
 * @param poll how often each queue is looked at
 * @param attempts how often one registry is asked for an identifier before it is given up
 * @param firstPause before the second attempt; each further one is twice as long, a day at most
 */
@Validated
@ConfigurationProperties("paperpress.catalog.lookup")
public record LookupSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("12") @Min(1) int attempts,
        @DefaultValue("1m") Duration firstPause,
        @DefaultValue Arxiv arxiv,
        @DefaultValue Crossref crossref,
        @DefaultValue Datacite datacite,
        @DefaultValue Openreview openreview) {

    /** Where a registry is, and the shortest time between two questions to it. */
    public sealed interface Registry permits Arxiv, Crossref, Datacite, Openreview {

        URI address();

        Duration pause();
    }

    /** The Atom interface; its terms of use ask for three seconds between two questions. */
    public record Arxiv(
            @DefaultValue("https://export.arxiv.org") URI address,
            @DefaultValue("3s") Duration pause) implements Registry {}

    /** The REST interface, in the pool for callers who say who they are. */
    public record Crossref(
            @DefaultValue("https://api.crossref.org") URI address,
            @DefaultValue("200ms") Duration pause) implements Registry {}

    /** The REST interface. */
    public record Datacite(
            @DefaultValue("https://api.datacite.org") URI address,
            @DefaultValue("500ms") Duration pause) implements Registry {}

    /** Version 2 of the interface. */
    public record Openreview(
            @DefaultValue("https://api2.openreview.net") URI address,
            @DefaultValue("1s") Duration pause) implements Registry {}
}
