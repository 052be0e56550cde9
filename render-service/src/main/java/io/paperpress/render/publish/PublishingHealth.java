package io.paperpress.render.publish;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while pages cannot be kept up to date; the pages that are there are served all the same. */
@Component("publishingHealthIndicator")
class PublishingHealth implements HealthIndicator {

    private final Publishing publishing;

    PublishingHealth(Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public Health health() {
        var failure = publishing.failure();
        return failure == null
                ? Health.up().build()
                : Health.outOfService().withException(failure).build();
    }
}
