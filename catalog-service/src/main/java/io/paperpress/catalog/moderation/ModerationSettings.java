package io.paperpress.catalog.moderation;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param policy {@code open}, {@code trusted} or {@code review}
 * @param earnedAfter of how many approved submissions on, none of them rejected, a submitter is trusted without a
 *     maintainer's word; 0 where nobody is
 */
@ConfigurationProperties("paperpress.catalog.moderation")
public record ModerationSettings(
        @DefaultValue("open") String policy,
        @DefaultValue("20") int earnedAfter) {

    public ModerationSettings {
        read(policy);
        if (earnedAfter < 0) {
            throw new IllegalArgumentException(
                    "paperpress.catalog.moderation.earned-after is %d; it must be 0 or more.".formatted(earnedAfter));
        }
    }

    Policy asPolicy() {
        return read(policy);
    }

    private static Policy read(String said) {
        return Arrays.stream(Policy.values())
                .filter(policy -> policy.slug().equals(said))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "paperpress.catalog.moderation.policy is \"%s\"; it must be one of %s."
                                .formatted(
                                        said,
                                        Arrays.stream(Policy.values())
                                                .map(Policy::slug)
                                                .collect(Collectors.joining(", ")))));
    }
}
