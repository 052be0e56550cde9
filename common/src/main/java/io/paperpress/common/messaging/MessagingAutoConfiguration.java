package io.paperpress.common.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;

/** Arrival and departure of events; what needs a database stands in {@link OutboxAutoConfiguration}. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
@EnableConfigurationProperties(MessagingSettings.class)
class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TopicCreation topicCreation(KafkaProperties kafka, MessagingSettings settings) {
        return new TopicCreation(kafka.buildAdminProperties(), settings.topics());
    }

    @Bean
    Broker broker(KafkaProperties kafka, MessagingSettings settings) {
        return new Broker(kafka.buildProducerProperties(), settings.publishTimeout());
    }

    @Bean
    Replays replays(KafkaProperties kafka) {
        return new Replays(kafka.buildConsumerProperties());
    }

    @Bean
    Tracing messageTracing(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Tracing(tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    CloudEvents cloudEvents(@Value("${spring.application.name}") String service, Clock clock, Tracing tracing) {
        return new CloudEvents("/" + service, clock, tracing);
    }

    @Bean
    EventPublisher eventPublisher(CloudEvents cloudEvents, Broker broker) {
        return new KafkaEventPublisher(cloudEvents, broker);
    }

    /** Stands as {@code messaging} in the health endpoint and its readiness group. */
    @Bean("messagingHealthIndicator")
    Outages outages(Clock clock, MessagingSettings settings) {
        return new Outages(clock, settings.longestPause());
    }

    @Bean
    DeadLetters deadLetters(
            Broker broker,
            @Value("${spring.application.name}") String service,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new DeadLetters(broker, service, clock, meters.getIfUnique(SimpleMeterRegistry::new));
    }

    @Bean
    Deliveries deliveries(DeadLetters deadLetters, Outages outages, Tracing tracing, MessagingSettings settings) {
        return new Deliveries(deadLetters, outages, tracing, settings);
    }

    @Bean
    BatchMessageConverter paperpressRecords() {
        return new RawRecords();
    }

    /**
     * What the container does with an unfinished batch: commits the part before the record that {@link Turn} names,
     * rests, and delivers the rest again, for ever. {@link Turn} alone decides on dead letters.
     */
    @Bean
    CommonErrorHandler paperpressErrorHandler(MessagingSettings settings) {
        var pauses = new ExponentialBackOff(settings.firstPause().toMillis(), 2);
        pauses.setMaxInterval(settings.longestPause().toMillis());
        var handler = new DefaultErrorHandler(null, pauses, new Rest());
        handler.setResetStateOnExceptionChange(false);
        return handler;
    }

    /** Pauses the container instead of its thread: a paused consumer goes on polling and stays in its group. */
    private static final class Rest implements BackOffHandler {

        @Override
        public void onNextBackOff(
                @Nullable MessageListenerContainer container, @Nullable Exception exception, long millis) {
            if (container != null) {
                container.pause();
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(container::resume);
            }
        }
    }
}
