package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import io.paperpress.common.messaging.Arrival.Readable;
import io.paperpress.common.messaging.Arrival.Unreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * One batch on its way through a handler.
 *
 * <p>It goes through as a whole where it can. After a failure it goes in halves, and those in halves again, so that in
 * the end only the event that fails is blamed. Whenever the batch cannot be finished now, what is left is handed back to
 * the container by the first unfinished record: the container commits what came before, pauses, and delivers from there.
 */
final class Turn<E extends Event> {

    private static final Logger log = LoggerFactory.getLogger(Turn.class);

    private final EventHandler<E> handler;
    private final DeadLetters deadLetters;
    private final Outages outages;
    private final Tracing tracing;
    private final MessagingSettings settings;
    private final long start = System.nanoTime();
    private boolean progressed;

    Turn(
            EventHandler<E> handler,
            DeadLetters deadLetters,
            Outages outages,
            Tracing tracing,
            MessagingSettings settings) {
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.outages = outages;
        this.tracing = tracing;
        this.settings = settings;
    }

    void take(List<Arrival<E>> batch) {
        List<Readable<E>> run = new ArrayList<>();
        for (Arrival<E> arrival : batch) {
            switch (arrival) {
                case Readable<E> readable -> run.add(readable);
                case Unreadable<E> unreadable -> {
                    // In its turn, not first: else it would be put aside again with every repeat of an outage.
                    handleAll(run);
                    run.clear();
                    putAside(unreadable.kafkaRecord(), unreadable.reason());
                }
            }
        }
        handleAll(run);
    }

    private void handleAll(List<Readable<E>> run) {
        if (!run.isEmpty()) {
            handle(List.copyOf(run));
        }
    }

    private void handle(List<Readable<E>> part) {
        yieldWhenTimeIsUp(part.getFirst().kafkaRecord());
        Throwable failure = attempt(part);
        if (failure == null) {
            return;
        }
        if (part.size() == 1) {
            tryAgain(part, failure);
        } else {
            handle(part.subList(0, part.size() / 2));
            handle(part.subList(part.size() / 2, part.size()));
        }
    }

    /** For the one event that failed by itself; its first try is behind it. */
    private void tryAgain(List<Readable<E>> one, Throwable firstFailure) {
        Throwable failure = firstFailure;
        Duration pause = settings.firstPause();
        for (int tried = 1; failure != null && Failure.of(failure) == Failure.UNKNOWN; tried++) {
            if (tried >= settings.tries()) {
                break;
            }
            sleep(pause, one.getFirst().kafkaRecord());
            pause = pause.multipliedBy(2);
            failure = attempt(one);
        }
        if (failure != null) {
            putAside(one.getFirst().kafkaRecord(), failure);
        }
    }

    /** Returns what went wrong; an outage ends the turn. */
    private @Nullable Throwable attempt(List<Readable<E>> part) {
        var first = part.getFirst().kafkaRecord();
        String trace = CloudEvents.header(first, CloudEvents.TRACEPARENT);
        try {
            tracing.continuing(trace, "handle " + first.topic(), () -> handler.handle(deliveries(part)));
            progressed(first);
            return null;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            if (Failure.of(e) == Failure.OUTAGE) {
                throw waiting(first, e);
            }
            return e;
        }
    }

    private static <E extends Event> List<Delivery<E>> deliveries(List<Readable<E>> part) {
        return part.stream().map(Readable::delivery).toList();
    }

    private void putAside(ConsumerRecord<byte[], byte[]> kafkaRecord, Throwable reason) {
        try {
            deadLetters.add(kafkaRecord, reason);
        } catch (Unavailable e) {
            throw waiting(kafkaRecord, e);
        }
        progressed(kafkaRecord);
    }

    private void progressed(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        progressed = true;
        if (outages.over(who(kafkaRecord))) {
            log.info("The {} goes on", who(kafkaRecord));
        }
    }

    private RuntimeException waiting(ConsumerRecord<byte[], byte[]> next, Throwable outage) {
        if (outages.began(who(next), outage)) {
            log.warn("The {} waits, as long as it takes", who(next), outage);
        }
        return new BatchListenerFailedException("Waits for what is away", outage, next);
    }

    private static String who(ConsumerRecord<?, ?> kafkaRecord) {
        return "consumer of " + kafkaRecord.topic();
    }

    private void sleep(Duration pause, ConsumerRecord<byte[], byte[]> next) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BatchListenerFailedException("Stopped", e, next);
        }
    }

    /** Keeps the consumer in its group: one that works too long without a poll is taken for dead. */
    private void yieldWhenTimeIsUp(ConsumerRecord<byte[], byte[]> next) {
        if (progressed && System.nanoTime() - start > settings.turn().toNanos()) {
            throw new BatchListenerFailedException("The rest comes in the next turn", next);
        }
    }
}
