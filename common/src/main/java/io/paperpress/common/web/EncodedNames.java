package io.paperpress.common.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Names stand in some addresses, and may hold a slash, a percent sign or a semicolon; these arrive encoded. */
public final class EncodedNames {

    /** Below these addresses names stand; everywhere else no sign is encoded that means something there. */
    private static final List<String> BELOW = List.of("/api/aliases/", "/api/vocabularies/");

    private EncodedNames() {}

    /** Leaves it to {@link #firewall} which encoded slashes pass. */
    public static WebServerFactoryCustomizer<TomcatServletWebServerFactory> server() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    public static HttpFirewall firewall() {
        var strict = new StrictHttpFirewall();
        var names = new StrictHttpFirewall();
        names.setAllowUrlEncodedSlash(true);
        names.setAllowUrlEncodedDoubleSlash(true);
        names.setAllowUrlEncodedPercent(true);
        names.setAllowSemicolon(true);
        return new HttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                return firewall(request).getFirewalledRequest(request);
            }

            @Override
            public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
                return strict.getFirewalledResponse(response);
            }

            private HttpFirewall firewall(HttpServletRequest request) {
                return BELOW.stream().anyMatch(request.getRequestURI()::startsWith) ? names : strict;
            }
        };
    }
}
