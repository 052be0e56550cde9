package io.paperpress.render.publish;

import java.nio.file.Files;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while pages cannot be kept up to date; the pages that are there are served all the same. */
@Component("publishingHealthIndicator")
class PublishingHealth implements HealthIndicator {

    private final Publishing publishing;

    private final PageStore store;

    PublishingHealth(Publishing publishing, PageStore store) {
        this.publishing = publishing;
        this.store = store;
    }

    @Override
    public Health health() {
        var failure = publishing.failure();
        if (failure == null && !Files.exists(store.file("/"))) {
            return Health.outOfService()
                    .withDetail("waiting", "for the first pages")
                    .build();
        }
        return failure == null
                ? Health.up().build()
                : Health.outOfService().withException(failure).build();
    }
}
