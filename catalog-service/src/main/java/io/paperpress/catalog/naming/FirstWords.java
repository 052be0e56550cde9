package io.paperpress.catalog.naming;

import io.paperpress.catalog.naming.WordsRead.KeywordWords;
import io.paperpress.catalog.naming.WordsRead.VenueWords;
import io.paperpress.catalog.store.NameLog;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.catalog.store.Words;
import io.paperpress.common.messaging.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a catalogue that begins the words of {@code samples/vocabulary}, and tells the words of one that was there
 * before they were told. Done before anything is decided.
 */
@Component
class FirstWords implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstWords.class);

    private final TransactionTemplate transaction;
    private final Vocabularies vocabularies;
    private final Words words;
    private final NameLog told;
    private final AllNames names;

    FirstWords(TransactionTemplate transaction, Vocabularies vocabularies, Words words, NameLog told, AllNames names) {
        this.transaction = transaction;
        this.vocabularies = vocabularies;
        this.words = words;
        this.told = told;
        this.names = names;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ -> {
            vocabularies.alone();
            if (told.all().isEmpty()) {
                if (words.keywords().isEmpty() && words.venues().isEmpty()) {
                    words.replaceKeywords(read("keywords", KeywordWords.class).all());
                    words.replaceVenues(read("venues", VenueWords.class).all());
                    log.info("The vocabularies begin with the words of samples/vocabulary");
                }
                vocabularies.changed();
                names.tellAll();
            }
        });
    }

    static <T> T read(String name, Class<T> type) {
        try (var file = new ClassPathResource("vocabulary/" + name + ".json").getInputStream()) {
            return EventJson.mapper().readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
