package io.paperpress.catalog.oai;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The public address that a request was sent to; the public origin says it in headers that no caller can set there. */
final class Origin {

    private Origin() {}

    static String of(OaiSettings settings, HttpServletRequest request) {
        if (settings.origin() != null && !settings.origin().isBlank()) {
            return settings.origin().replaceAll("/+$", "");
        }
        String scheme = first(request.getHeader("X-Forwarded-Proto"), request.getScheme());
        String host = first(request.getHeader("X-Forwarded-Host"), request.getServerName());
        String port = first(request.getHeader("X-Forwarded-Port"), Integer.toString(request.getServerPort()));
        boolean isUsual = port.equals(scheme.equals("https") ? "443" : "80") || host.matches(".*:\\d+");
        String origin = scheme + "://" + host + (isUsual ? "" : ":" + port);
        return origin.matches("https?://[A-Za-z0-9.\\[\\]:-]+") ? origin : "http://localhost";
    }

    private static String first(@Nullable String forwarded, String own) {
        return forwarded == null || forwarded.isBlank() ? own : forwarded.split(",", 2)[0].strip();
    }
}
