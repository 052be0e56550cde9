package io.paperpress.render.publish;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the site is and how it is kept.
 *
 * @param name shown as the site's title
 * @param siteDirectory where the files of the site are written; any web server can serve it as well
 * @param settle how long changes must have been quiet before their pages are rendered
 * @param settleAtMost how long the first change of a busy time waits
 * @param bookRest a whole-catalogue Markdown page rests this many times as long as it took to write
 * @param workers how many pages are rendered at once
 */
@ConfigurationProperties("paperpress.render")
public record RenderProperties(
        @DefaultValue("Paperpress") String name,
        @DefaultValue("site") Path siteDirectory,
        @DefaultValue("15ms") Duration settle,
        @DefaultValue("300ms") Duration settleAtMost,
        @DefaultValue("10") int bookRest,
        @DefaultValue("2") int workers) {}
