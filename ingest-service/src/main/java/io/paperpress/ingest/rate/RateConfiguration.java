package io.paperpress.ingest.rate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits there are. */
@Configuration(proxyBeanMethods = false)
class RateConfiguration {

    @Bean
    RateLimit submissionRate(RateSettings settings) {
        var submissions = settings.submissions();
        return new RateLimit(submissions.calls(), submissions.per(), settings.callers());
    }

    @Bean
    RateLimit correctionRate(RateSettings settings) {
        var corrections = settings.corrections();
        return new RateLimit(corrections.calls(), corrections.per(), settings.callers());
    }
}
