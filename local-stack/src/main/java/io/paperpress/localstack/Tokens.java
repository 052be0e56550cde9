package io.paperpress.localstack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Issues bearer tokens with a key pair of this installation, in place of an identity provider. */
final class Tokens {

    static final String ISSUER = "paperpress-dev";
    static final String AUDIENCE = "paperpress";

    private static final Duration VALID_FOR = Duration.ofDays(30);
    private static final int KEY_BITS = 2_048;
    private static final int LINE = 64;

    private final Path privateKey;
    private final Path publicKey;
    private final Clock clock;

    Tokens(Path keys, Clock clock) {
        this.privateKey = keys.resolve("private.pem");
        this.publicKey = keys.resolve("public.pem");
        this.clock = clock;
    }

    /** The key that the services check tokens with, in PEM; made at the first call. */
    Path publicKey() {
        makeKeys();
        return publicKey;
    }

    String issue(String subject, String role) {
        makeKeys();
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .claim("roles", List.of(role))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID_FOR)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(new RSASSASigner(readPrivateKey()));
        } catch (JOSEException | GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
        return token.serialize();
    }

    private void makeKeys() {
        // The private key is written last: where it is, both are.
        if (Files.exists(privateKey)) {
            return;
        }
        try {
            Files.createDirectories(privateKey.resolveSibling(""));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair pair = generator.generateKeyPair();
            Files.writeString(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            Secrets.write(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e);
        }
    }

    private PrivateKey readPrivateKey() throws IOException, GeneralSecurityException {
        String base64 = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String pem(String type, byte[] key) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, base64);
    }

    private LocalStackException unusable(Exception cause) {
        return new LocalStackException(
                "The keys in %s cannot be used (%s): make the directory yours, or delete it for new keys."
                        .formatted(privateKey.getParent(), cause.getMessage()),
                cause);
    }
}
