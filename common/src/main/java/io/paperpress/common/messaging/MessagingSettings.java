package io.paperpress.common.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of arrival and departure; the defaults stand here, the topics in {@code topics.yaml}.
 *
 * @param publishTimeout how long a sender waits for the broker before it gives up
 * @param tries how often an event that fails for an unknown reason is tried
 * @param firstPause before the second try; doubled before every further one
 * @param longestPause cap of the growing pauses while a dependency is away
 * @param turn how long one batch may be worked on before its consumer reports to the broker again
 * @param relayBatch rows the outbox relay sends at a time
 * @param relayPoll how often the relay looks without being woken
 * @param topics by name
 */
@ConfigurationProperties("paperpress.messaging")
record MessagingSettings(
        @DefaultValue("10s") Duration publishTimeout,
        @DefaultValue("3") int tries,
        @DefaultValue("200ms") Duration firstPause,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("60s") Duration turn,
        @DefaultValue("500") int relayBatch,
        @DefaultValue("5s") Duration relayPoll,
        Map<String, Topic> topics) {

    /**
     * What a topic keeps and how it is split.
     *
     * @param retention how long events are kept; {@code null} for ever
     * @param compact keep the newest event of every key, whatever its age
     * @param groups services that read it, each with a dead letter topic of its own
     */
    record Topic(
            @DefaultValue("6") int partitions,
            @Nullable Duration retention,
            @DefaultValue("false") boolean compact,
            @DefaultValue List<String> groups) {}
}
