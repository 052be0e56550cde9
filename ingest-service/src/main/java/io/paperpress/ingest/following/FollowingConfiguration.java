package io.paperpress.ingest.following;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What followers are served from. */
@Configuration(proxyBeanMethods = false)
class FollowingConfiguration {

    @Bean
    StageLog stageLog(JdbcClient jdbc) {
        return new StageLog(jdbc);
    }

    @Bean
    Watch watch(StageLog stages, EventSettings settings) {
        return new Watch(stages, settings.poll());
    }
}
