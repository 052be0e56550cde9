package io.paperpress.catalog.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ModerationSettingsTest {

    @Configuration
    @EnableConfigurationProperties(ModerationSettings.class)
    static class Settings {}

    private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void everythingIsPublishedAtOnceUnlessOneSaysOtherwise() {
        start.run(context ->
                assertThat(context.getBean(ModerationSettings.class).asPolicy()).isEqualTo(Policy.OPEN));
    }

    @Test
    void aWrongPolicyStopsTheStartWithALineThatSaysWhichAndWhy() {
        start.withPropertyValues("paperpress.catalog.moderation.policy=strict")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage(
                                "paperpress.catalog.moderation.policy is \"strict\"; it must be one of open, trusted,"
                                        + " review."));
    }

    @Test
    void trustIsNotEarnedByLessThanNothing() {
        assertThatThrownBy(() -> new ModerationSettings("trusted", -1))
                .hasMessageContaining("paperpress.catalog.moderation.earned-after is -1");
    }
}
