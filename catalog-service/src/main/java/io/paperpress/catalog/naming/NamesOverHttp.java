package io.paperpress.catalog.naming;

import io.paperpress.common.web.EncodedNames;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;

/** Lets names through that hold a slash. */
@Configuration(proxyBeanMethods = false)
class NamesOverHttp {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashesPass() {
        return EncodedNames.server();
    }

    @Bean
    HttpFirewall encodedNamesPass() {
        return EncodedNames.firewall();
    }
}
