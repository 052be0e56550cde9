package io.paperpress.catalog.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param vocabularyRefresh after how long a change of the vocabulary is seen at the latest */
@ConfigurationProperties("paperpress.catalog")
record VocabularySettings(@DefaultValue("30s") Duration vocabularyRefresh) {}
