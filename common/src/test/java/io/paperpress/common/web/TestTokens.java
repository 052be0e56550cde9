package io.paperpress.common.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/**
 * Bearer tokens for tests, signed by a key pair of this JVM's own. Give {@link #publicKeyLocation()} to
 * {@code spring.security.oauth2.resourceserver.jwt.public-key-location}.
 */
public final class TestTokens {

    private static final KeyPair KEYS = generate();
    private static final Path PUBLIC_KEY = write(KEYS);

    private TestTokens() {}

    public static String publicKeyLocation() {
        return PUBLIC_KEY.toUri().toString();
    }

    public static String contributor() {
        return token("test-contributor", "contributor", Duration.ofHours(1));
    }

    public static String maintainer() {
        return token("test-maintainer", "maintainer", Duration.ofHours(1));
    }

    /** A token that was valid until an hour ago. */
    public static String expired() {
        return token("test-contributor", "contributor", Duration.ofHours(-1));
    }

    public static String token(String subject, String role, Duration validFor) {
        return token(claims -> claims.subject(subject)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(Instant.now().plus(validFor))));
    }

    /** A contributor's token that says something else. */
    static String token(Consumer<JWTClaimsSet.Builder> otherwise) {
        return signed(JWSAlgorithm.RS256, KEYS, otherwise);
    }

    static String token(JWSAlgorithm algorithm) {
        return signed(algorithm, KEYS, _ -> {});
    }

    static String ofAnotherKey() {
        return signed(JWSAlgorithm.RS256, generate(), _ -> {});
    }

    static String unsigned() {
        return new PlainJWT(claims(_ -> {})).serialize();
    }

    /** What a checker falls for that takes the algorithm from the token. */
    static String signedWithThePublicKeyAsSecret() {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(_ -> {}));
            token.sign(new MACSigner(KEYS.getPublic().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, KeyPair keys, Consumer<JWTClaimsSet.Builder> otherwise) {
        var token = new SignedJWT(new JWSHeader(algorithm), claims(otherwise));
        try {
            token.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> otherwise) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .subject("test-contributor")
                .issuer("paperpress-dev")
                .audience("paperpress")
                .claim("roles", List.of("contributor"))
                .issueTime(Date.from(now.minus(Duration.ofHours(2))))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
        otherwise.accept(claims);
        return claims.build();
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(KeyPair keys) {
        try {
            var file = Files.createTempFile("paperpress-test-key", ".pem");
            file.toFile().deleteOnExit();
            var body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(keys.getPublic().getEncoded());
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
