package io.paperpress.search.indexing;

import io.paperpress.common.events.ListEvent;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.messaging.Deliveries;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What this service does with the topics it reads. */
@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> indexPaper(Deliveries deliveries, PaperIndexer indexer) {
        return deliveries.of(PaperEvent.class, indexer);
    }

    @Bean
    Consumer<Message<List<byte[]>>> indexList(Deliveries deliveries, ListIndexer indexer) {
        return deliveries.of(ListEvent.class, indexer);
    }

    @Bean
    Consumer<Message<List<byte[]>>> indexName(Deliveries deliveries, NameIndexer indexer) {
        return deliveries.of(NameEvent.class, indexer);
    }
}
