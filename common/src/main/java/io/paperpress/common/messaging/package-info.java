/**
 * How events leave and arrive safely: the same rules in every service, written once.
 *
 * <p>A service that has this on its class path needs no more than
 *
 * <ol>
 *   <li>{@code spring.application.name}, which is its consumer group and its {@code ce_source};
 *   <li>one bean for each topic it reads, {@code Consumer<Message<List<byte[]>>> indexPaper(Deliveries deliveries,
 *       PaperIndexer indexer)} that returns {@code deliveries.of(PaperEvent.class, indexer)}, named in
 *       {@code spring.cloud.function.definition}, and its topic in
 *       {@code spring.cloud.stream.bindings.indexPaper-in-0.destination};
 *   <li>an {@link io.paperpress.common.messaging.EventHandler} that throws
 *       {@link io.paperpress.common.messaging.Unavailable} or {@link io.paperpress.common.messaging.Unprocessable} where
 *       it knows better than "a bug"; database and Kafka outages are recognised without its help;
 *   <li>to speak, {@link io.paperpress.common.messaging.Outbox} inside a transaction where it has a database, else
 *       {@link io.paperpress.common.messaging.EventPublisher}; to handle an event once,
 *       {@link io.paperpress.common.messaging.Inbox} in the same transaction as the work;
 *   <li>its name under {@code groups} of that topic in {@code topics.yaml}, which gives it a dead letter topic.
 * </ol>
 *
 * <p>What else is set stands in {@code paperpress-messaging.yaml} and
 * {@link io.paperpress.common.messaging.MessagingSettings}, below the service's own settings.
 */
@NullMarked
package io.paperpress.common.messaging;

import org.jspecify.annotations.NullMarked;
