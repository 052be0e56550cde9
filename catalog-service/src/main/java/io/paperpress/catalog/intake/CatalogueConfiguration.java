package io.paperpress.catalog.intake;

import io.paperpress.catalog.lookup.Registries;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Deliveries;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What is read, and by whom. */
@Configuration
class CatalogueConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> catalogueSubmission(Deliveries deliveries, SubmissionHandler handler) {
        return deliveries.of(SubmissionEvent.class, handler);
    }

    @Bean
    Catalogue catalogue(Clock clock, Registries registries, Vocabularies vocabularies) {
        return new Catalogue(
                clock, registries::canResolve, () -> vocabularies.current().aliases());
    }

    @Bean
    Validation validation(Clock clock) {
        return new Validation(clock);
    }
}
