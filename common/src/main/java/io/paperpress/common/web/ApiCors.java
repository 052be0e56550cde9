package io.paperpress.common.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;

/**
 * Which pages of other origins may call: everybody's may read, writing is for those that are named. A call that is not
 * allowed to another origin's page is not refused for it: its answer is only kept from that page, and calls of our own
 * pages look the same to a service behind the public origin.
 */
public final class ApiCors {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final List<String> READING = List.of("GET", "HEAD");

    private ApiCors() {}

    /** For a service that answers itself. */
    public static CorsConfigurationSource answering(CorsSettings settings) {
        return request -> configuration(request, settings);
    }

    /**
     * For the public origin: whoever owns a forwarded route says so in the answer itself, only the question before it is
     * answered here.
     *
     * @param own requests that the origin answers itself
     */
    public static CorsConfigurationSource forwarding(CorsSettings settings, Predicate<HttpServletRequest> own) {
        return request ->
                CorsUtils.isPreFlightRequest(request) || own.test(request) ? configuration(request, settings) : null;
    }

    private static @Nullable CorsConfiguration configuration(HttpServletRequest request, CorsSettings settings) {
        @Nullable String asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        String method = asked != null && CorsUtils.isPreFlightRequest(request) ? asked : request.getMethod();
        if (READING.contains(method)) {
            return reading();
        }
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && settings.writeOrigins().contains(origin) ? writing(origin) : null;
    }

    private static CorsConfiguration reading() {
        var cors = common();
        cors.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        cors.setAllowedMethods(READING);
        cors.setAllowedHeaders(
                List.of(HttpHeaders.ACCEPT, HttpHeaders.IF_NONE_MATCH, "Last-Event-ID", HttpHeaders.AUTHORIZATION));
        return cors;
    }

    private static CorsConfiguration writing(String origin) {
        var cors = common();
        cors.setAllowedOrigins(List.of(origin));
        cors.setAllowedMethods(List.of("POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(
                HttpHeaders.ACCEPT,
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_MATCH,
                "Idempotency-Key"));
        return cors;
    }

    private static CorsConfiguration common() {
        var cors = new CorsConfiguration();
        cors.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER));
        cors.setMaxAge(REMEMBERED);
        return cors;
    }
}
