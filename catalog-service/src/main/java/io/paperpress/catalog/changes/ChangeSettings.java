package io.paperpress.catalog.changes;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many may follow the changes at once, and how closely.
 *
 * @param maxStreams open streams of this instance; one more is answered with 503
 * @param poll how often new changes are looked for while somebody follows
 * @param heartbeat after which silence a comment is sent, so that neither side takes the other for gone
 * @param longest after which a stream is closed, for its follower to come back and go on where it was
 */
@Validated
@ConfigurationProperties("paperpress.catalog.changes")
record ChangeSettings(
        @DefaultValue("500") @Min(1) int maxStreams,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10m") Duration longest) {}
