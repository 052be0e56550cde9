package io.paperpress.search.query;

import io.paperpress.search.words.Synonyms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The synonyms in force: read at start, and again when somebody asks for it. */
@Component
public class SynonymSource {

    private final Resource file;
    private volatile Synonyms synonyms = Synonyms.NONE;

    SynonymSource(@Value("${paperpress.search.synonyms:classpath:synonyms.txt}") Resource file) {
        this.file = file;
        reload();
    }

    public Synonyms synonyms() {
        return synonyms;
    }

    /** @throws UncheckedIOException when the file cannot be read; what was in force stays so */
    public final void reload() {
        try {
            synonyms = Synonyms.read(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The synonyms cannot be read: " + file, e);
        }
    }
}
