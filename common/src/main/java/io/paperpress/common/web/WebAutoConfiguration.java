package io.paperpress.common.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bearer tokens with the two roles: reading is public, everything else needs a token, and its controller method says
 * which role. A service with a filter chain of its own replaces this one.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableMethodSecurity
@Import({ProblemHandler.class, ProblemPages.class, RefusedElsewhere.class})
@EnableConfigurationProperties({TokenSettings.class, CorsSettings.class})
public class WebAutoConfiguration {

    private static final String MAINTAINER = "maintainer";
    private static final String CONTRIBUTOR = "contributor";

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain bearerTokens(
            HttpSecurity http,
            JsonMapper json,
            ObjectProvider<JwtDecoder> decoder,
            CorsSettings cors,
            ObjectProvider<OpenRoutes> open) {
        if (decoder.getIfAvailable() == null) {
            throw new IllegalStateException("No bearer token can be checked: set"
                    + " spring.security.oauth2.resourceserver.jwt.issuer-uri to the address of your OIDC issuer, or"
                    + " spring.security.oauth2.resourceserver.jwt.public-key-location to a public key in PEM form.");
        }
        var problems = new ProblemWriter(json);
        String[] posts =
                open.stream().flatMap(routes -> routes.posts().stream()).toArray(String[]::new);
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie carries a right here
                .cors(across -> across.configurationSource(ApiCors.answering(cors)))
                .headers(WebAutoConfiguration::headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, posts)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles()))
                        .authenticationEntryPoint(unauthenticated(problems))
                        .accessDeniedHandler(forbidden(problems)))
                .build();
    }

    /** Beside the defaults: nothing that is answered here is a page, and no page may frame it. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
    }

    /** Beside signature, time and audience, which the framework checks by its own settings. */
    @Bean
    OAuth2TokenValidator<Jwt> tokensOfOurs(TokenSettings settings) {
        return new TokenRules(settings.issuer());
    }

    @Bean
    RequestRejectedHandler rejectedRequests(JsonMapper json) {
        var problems = new ProblemWriter(json);
        return (request, response, rejected) -> problems.write(response, Problems.of(HttpStatus.BAD_REQUEST));
    }

    private static JwtAuthenticationConverter roles() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(WebAutoConfiguration::authorities);
        return converter;
    }

    /** The {@code roles} claim; a maintainer may do all that a contributor may. */
    private static Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> claimed = token.getClaimAsStringList("roles");
        List<String> roles = claimed == null ? List.of() : claimed;
        var implied = roles.contains(MAINTAINER) ? Stream.of(CONTRIBUTOR) : Stream.<String>empty();
        return Stream.concat(roles.stream(), implied)
                .distinct()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    private static AuthenticationEntryPoint unauthenticated(ProblemWriter problems) {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    response,
                    Problems.problem(
                            HttpStatus.UNAUTHORIZED,
                            "unauthorized",
                            "A valid token is needed",
                            request.getHeader(HttpHeaders.AUTHORIZATION) == null
                                    ? "Send a bearer token: Authorization: Bearer <token>."
                                    : "The bearer token is not valid here: it is malformed, expired, or was not issued for this catalogue."));
        };
    }

    private static AccessDeniedHandler forbidden(ProblemWriter problems) {
        return (request, response, failure) -> problems.write(
                response,
                Problems.problem(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "The token is too weak",
                        "The bearer token does not carry the role that this call needs."));
    }
}
