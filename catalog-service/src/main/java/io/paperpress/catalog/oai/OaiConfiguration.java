package io.paperpress.catalog.oai;

import io.paperpress.common.web.OpenRoutes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Harvesters post forms and have no tokens. */
@Configuration(proxyBeanMethods = false)
class OaiConfiguration {

    @Bean
    OpenRoutes oaiRoute() {
        return new OpenRoutes(List.of("/oai"));
    }
}
