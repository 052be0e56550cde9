package io.paperpress.search.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Where synonyms come from.
 *
 * @param file one group of texts a line, parted by commas
 * @param namesFreshFor how old the names that the catalogue tells may be
 */
@ConfigurationProperties("paperpress.search.synonyms")
record SynonymProperties(
        @DefaultValue("classpath:synonyms.txt") Resource file,
        @DefaultValue("2s") Duration namesFreshFor) {}
