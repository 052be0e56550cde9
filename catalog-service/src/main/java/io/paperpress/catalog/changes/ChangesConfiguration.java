package io.paperpress.catalog.changes;

import io.paperpress.common.following.EventStreams;
import io.paperpress.common.following.EventStreams.Limits;
import io.paperpress.common.following.Watch;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the changes are followed with. */
@Configuration(proxyBeanMethods = false)
class ChangesConfiguration {

    @Bean
    Watch<String> changesWatch(ChangeLog log, ChangeSettings settings) {
        return new Watch<>(_ -> Map.of(FollowedChanges.ALL, log.newest()), settings.poll());
    }

    @Bean
    EventStreams<String> changeStreams(Watch<String> watch, ChangeSettings settings, JsonMapper json) {
        return new EventStreams<>(
                watch, new Limits(settings.maxStreams(), settings.heartbeat(), settings.longest()), json);
    }
}
