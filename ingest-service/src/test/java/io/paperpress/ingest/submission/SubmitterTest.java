package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;

class SubmitterTest {

    @Test
    void theStrongerRoleOfATokenIsTold() {
        assertThat(Submitter.of(new TestingAuthenticationToken("ada", "", "ROLE_contributor", "ROLE_maintainer")))
                .isEqualTo(new Submitter("ada", "maintainer"));
        assertThat(Submitter.of(new TestingAuthenticationToken("bob", "", "ROLE_contributor")))
                .isEqualTo(new Submitter("bob", "contributor"));
    }
}
