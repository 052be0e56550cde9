package io.paperpress.search.indexing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the indexes are looked after.
 *
 * @param lookEvery how often
 * @param keepOldFor how long an index stays that searches no longer go to: somebody may still be reading a long answer
 */
@ConfigurationProperties("paperpress.search.reindex")
record ReindexProperties(
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("2m") Duration keepOldFor) {}
