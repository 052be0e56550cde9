package io.paperpress.ingest.following;

import io.paperpress.common.following.EventStreams;
import io.paperpress.common.following.EventStreams.Limits;
import io.paperpress.common.following.Watch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What followers are served from. */
@Configuration(proxyBeanMethods = false)
class FollowingConfiguration {

    @Bean
    StageLog stageLog(JdbcClient jdbc) {
        return new StageLog(jdbc);
    }

    @Bean
    Watch<String> watch(StageLog stages, EventSettings settings) {
        return new Watch<>(stages::newest, settings.poll());
    }

    @Bean
    EventStreams<String> eventStreams(Watch<String> watch, EventSettings settings, JsonMapper json) {
        return new EventStreams<>(
                watch, new Limits(settings.maxStreams(), settings.heartbeat(), settings.longest()), json);
    }
}
