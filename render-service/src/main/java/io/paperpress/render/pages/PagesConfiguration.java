package io.paperpress.render.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.paperpress.render.model.Keywords;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Templates, assets and vocabularies. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Site site(@Value("${paperpress.render.name:Paperpress}") String name, Assets assets) {
        return new Site(name, assets, new Keywords(Map.of()));
    }

    @Bean
    Look look(@Value("${paperpress.render.name:Paperpress}") String name) {
        return new Look(name);
    }

    @Bean
    PageWriter pageWriter(Site site) {
        return new PageWriter(templates(), site);
    }

    /** Compiled by the build. */
    static TemplateEngine templates() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }
}
