package io.paperpress.ingest.following;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many may follow at once, and how closely.
 *
 * @param maxStreams open event streams of this instance; one more is answered with 503
 * @param poll how often the calls that somebody follows are looked at
 * @param heartbeat after which silence a comment is sent, so that neither side takes the other for gone
 * @param longest after which a stream is closed, for its follower to come back and go on where it was
 */
@Validated
@ConfigurationProperties("paperpress.ingest.events")
record EventSettings(
        @DefaultValue("1000") @Min(1) int maxStreams,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10m") Duration longest) {}
