package io.paperpress.common.messaging;

import java.util.List;

/** Publishes at once: for events that need no transaction with a database. */
final class KafkaEventPublisher implements EventPublisher {

    private final CloudEvents cloudEvents;
    private final Broker broker;

    KafkaEventPublisher(CloudEvents cloudEvents, Broker broker) {
        this.cloudEvents = cloudEvents;
        this.broker = broker;
    }

    @Override
    public void publish(List<OutgoingEvent> events) {
        broker.send(events.stream()
                .map(cloudEvents::encode)
                .map(cloudEvents::toRecord)
                .toList());
    }
}
