package io.paperpress.common.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are taken, where the framework's own settings do not say so.
 *
 * @param issuer the {@code iss} that a token must have; needed only beside a public key, for an issuer's address is checked
 *     without it
 */
@ConfigurationProperties("paperpress.tokens")
record TokenSettings(@Nullable String issuer) {}
