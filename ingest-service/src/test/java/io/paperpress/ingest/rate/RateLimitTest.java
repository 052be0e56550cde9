package io.paperpress.ingest.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperpress.common.web.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void whoCallsTooOftenIsToldToWait() {
        var limit = new RateLimit(3, Duration.ofHours(1), 10);
        for (int i = 0; i < 3; i++) {
            limit.spend("subject:hasty");
        }
        assertThatThrownBy(() -> limit.spend("subject:hasty"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("3 times in 60 min");
        limit.spend("subject:other");
    }

    @Test
    void addressesOfOneNetworkAreOneCaller() {
        assertThat(Caller.ofAddress("2001:db8:1:2:3:4:5:6")).isEqualTo(Caller.ofAddress("2001:db8:1:2::1"));
        assertThat(Caller.ofAddress("2001:db8:1:2::1")).isNotEqualTo(Caller.ofAddress("2001:db8:1:3::1"));
        assertThat(Caller.ofAddress("203.0.113.7")).isEqualTo("address:203.0.113.7");
        assertThat(Caller.ofAddress("not:an:address")).isEqualTo("address:not:an:address");
    }

    @Test
    void aSubjectIsNoAddress() {
        assertThat(Caller.ofSubject("203.0.113.7")).isNotEqualTo(Caller.ofAddress("203.0.113.7"));
    }
}
