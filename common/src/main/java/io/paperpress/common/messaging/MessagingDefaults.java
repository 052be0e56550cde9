package io.paperpress.common.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Settings that every service shares, below its own: anything may be overridden as usual. */
final class MessagingDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        add(environment, "paperpress-messaging.yaml");
        add(environment, "topics.yaml");
    }

    private static void add(ConfigurableEnvironment environment, String name) {
        try {
            new YamlPropertySourceLoader()
                    .load(name, new ClassPathResource(name))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
