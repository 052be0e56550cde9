package io.paperpress.render.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Base addresses of the services behind the public origin. */
@ConfigurationProperties("paperpress.render.routes")
record RouteProperties(
        @DefaultValue("http://localhost:8081") URI ingest,
        @DefaultValue("http://localhost:8082") URI catalog,
        @DefaultValue("http://localhost:8083") URI search) {}
