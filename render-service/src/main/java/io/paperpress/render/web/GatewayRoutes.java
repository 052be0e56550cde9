package io.paperpress.render.web;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import jakarta.servlet.Filter;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Which service answers which part of the API. Bodies are streamed both ways; who may call is the owner's business, so
 * tokens and refusals pass as they are.
 */
@Configuration(proxyBeanMethods = false)
class GatewayRoutes {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    @Bean
    RouterFunction<ServerResponse> api(RouteProperties routes) {
        var own = path("/api/site").or(path("/api/site/**"));
        var ingest = path("/api/submissions")
                .or(path("/api/submissions/**"))
                .or(path("/api/batches/**"))
                .or(path("/api/corrections"))
                .or(path("/api/corrections/**"));
        var search = path("/api/search")
                .or(path("/api/search/**"))
                .or(path("/api/search.*"))
                .or(path("/api/suggest"))
                .or(path("/api/papers/{id}/similar"));
        var catalog = path("/api/**").or(path("/oai")).and(own.negate());
        return forward("ingest", ingest, routes.ingest())
                .and(forward("search", search, routes.search()))
                .and(forward("catalog", catalog, routes.catalog()));
    }

    private static RouterFunction<ServerResponse> forward(String service, RequestPredicate requests, URI base) {
        return route(service)
                .route(requests, http())
                .before(uri(base))
                .filter(new AwayFilter(service))
                .build();
    }

    /**
     * A form's body passes as it is, as curl sends any body as one: once its stream was asked for, nobody takes it for
     * parameters.
     */
    @Bean
    FilterRegistrationBean<Filter> formsAsTheyAre() {
        Filter filter = (request, response, chain) -> {
            String type = request.getContentType();
            if (type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
                request.getInputStream();
            }
            chain.doFilter(request, response);
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** HTTP/1.1 only: no upgrade is tried that a body would have to wait for. No limit on how long an answer streams. */
    @Bean
    ClientHttpRequestFactory gatewayRequests() {
        return new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    }
}
