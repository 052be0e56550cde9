package io.paperpress.render;

import io.paperpress.common.events.ListEvent;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.messaging.Deliveries;
import io.paperpress.render.publish.ListRenderer;
import io.paperpress.render.publish.NameRenderer;
import io.paperpress.render.publish.PaperRenderer;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What this service does with the events it reads. */
@Configuration(proxyBeanMethods = false)
class RenderFunctions {

    @Bean
    Consumer<Message<List<byte[]>>> renderPaper(Deliveries deliveries, PaperRenderer renderer) {
        return deliveries.of(PaperEvent.class, renderer);
    }

    @Bean
    Consumer<Message<List<byte[]>>> renderList(Deliveries deliveries, ListRenderer renderer) {
        return deliveries.of(ListEvent.class, renderer);
    }

    @Bean
    Consumer<Message<List<byte[]>>> renderName(Deliveries deliveries, NameRenderer renderer) {
        return deliveries.of(NameEvent.class, renderer);
    }
}
