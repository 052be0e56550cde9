package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path keys;

    private Tokens tokens() {
        return new Tokens(keys, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aTokenNamesItsSubjectAndRoleForThirtyDays() throws Exception {
        var token = SignedJWT.parse(tokens().issue("ada", "maintainer"));

        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(claims.getSubject()).isEqualTo("ada");
        assertThat(claims.getStringListClaim("roles")).containsExactly("maintainer");
        assertThat(claims.getIssuer()).isEqualTo("paperpress-dev");
        assertThat(claims.getAudience()).containsExactly("paperpress");
        assertThat(claims.getIssueTime()).isEqualTo(NOW);
        assertThat(claims.getExpirationTime()).isEqualTo("2026-12-22T08:00:00Z");
    }

    @Test
    void theKeyStaysTheSameFromStartToStart() throws Exception {
        String before = tokens().issue("ada", "contributor");

        var key = PublicKeys.read(tokens().publicKey());

        assertThat(SignedJWT.parse(before).verify(new RSASSAVerifier(key))).isTrue();
    }

    @Test
    void thePrivateKeyIsForItsOwnerOnly() throws Exception {
        tokens().publicKey();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("private.pem"))))
                .isEqualTo("rw-------");
    }
}
