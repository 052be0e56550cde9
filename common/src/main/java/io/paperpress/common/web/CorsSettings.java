package io.paperpress.common.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param writeOrigins origins whose pages may send more than reading requests, such as {@code https://lists.example} */
@ConfigurationProperties("paperpress.cors")
public record CorsSettings(@DefaultValue List<String> writeOrigins) {

    public CorsSettings {
        writeOrigins = List.copyOf(writeOrigins);
    }
}
