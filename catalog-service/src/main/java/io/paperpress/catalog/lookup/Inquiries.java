package io.paperpress.catalog.lookup;

import io.paperpress.catalog.outbound.PoliteClient;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.Unavailable;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Asks every registry at its own pace: a slow one keeps no other waiting, and none of them keeps a submission waiting. */
@Component
class Inquiries implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Inquiries.class);

    private final List<Inquiry> inquiries;
    private final LookupSettings settings;
    private volatile List<Thread> threads = List.of();

    Inquiries(
            Registries registries,
            Lookups lookups,
            PoliteClient client,
            EventPublisher publisher,
            LookupSettings settings,
            Clock clock) {
        this.settings = settings;
        this.inquiries = registries.all().stream()
                .map(source -> new Inquiry(source, registries, lookups, client, publisher, settings, clock))
                .toList();
    }

    @Override
    public void start() {
        threads = inquiries.stream()
                .map(inquiry -> Thread.ofVirtual().name("inquiry").start(() -> run(inquiry)))
                .toList();
    }

    private void run(Inquiry inquiry) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!askedSomething(inquiry)) {
                    Thread.sleep(settings.poll());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Broker or database away: what was taken from the queue comes up again when its lease is over. */
    private static boolean askedSomething(Inquiry inquiry) throws InterruptedException {
        try {
            return inquiry.ask();
        } catch (Unavailable | DataAccessException | TransactionException away) {
            log.warn("Registries are not asked just now", away);
            return false;
        }
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
