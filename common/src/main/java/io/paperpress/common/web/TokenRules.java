package io.paperpress.common.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a bearer token must say here: whose it is, that it ends, and who issued it. */
final class TokenRules implements OAuth2TokenValidator<Jwt> {

    /** A subject is kept with everything that it submits. */
    private static final int LONGEST_SUBJECT = 255;

    private final @Nullable String issuer;

    TokenRules(@Nullable String issuer) {
        this.issuer = issuer == null || issuer.isBlank() ? null : issuer;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        @Nullable String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            return refused("The token names no subject, or one that is too long.");
        }
        if (token.getExpiresAt() == null) {
            return refused("The token never expires.");
        }
        if (issuer != null && !issuer.equals(token.getClaimAsString("iss"))) {
            return refused("The token is from another issuer.");
        }
        return OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult refused(String reason) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, reason, null));
    }
}
