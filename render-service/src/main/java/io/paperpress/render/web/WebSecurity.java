package io.paperpress.render.web;

import io.paperpress.common.web.ApiCors;
import io.paperpress.common.web.CorsSettings;
import io.paperpress.common.web.EncodedNames;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Everything served here is public, and whoever owns a forwarded route checks its token; pages may load nothing but our
 * own files.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain publicOrigin(HttpSecurity http, CorsSettings cors) {
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie carries a right here
                // What an answer has not set itself: pages do below, forwarded answers come with their owner's.
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .cors(across -> across.configurationSource(ApiCors.forwarding(cors, WebSecurity::isOwn)))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Names in addresses pass as they are. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashesPass() {
        return EncodedNames.server();
    }

    @Bean
    HttpFirewall encodedNamesPass() {
        return EncodedNames.firewall();
    }

    private static boolean isOwn(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/site")
                || request.getRequestURI().startsWith("/api/site/");
    }

    @Bean
    FilterRegistrationBean<Filter> pageHeaders() {
        Filter filter = (request, response, chain) -> {
            if (response instanceof HttpServletResponse http
                    && request instanceof HttpServletRequest page
                    && !page.getRequestURI().startsWith("/api/")) {
                http.setHeader("Content-Security-Policy", POLICY);
                http.setHeader("X-Content-Type-Options", "nosniff");
                http.setHeader("X-Frame-Options", "DENY");
                http.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
                http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
                http.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
                http.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            }
            chain.doFilter(request, response);
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
