package io.paperpress.ingest.submission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a dry run asks, and how much.
 *
 * @param catalogUrl base address of catalog-service
 * @param dryRunEntries entries of a body that are tried; the others are only read
 * @param dryRunSize of these entries together, as JSON
 * @param dryRunTimeout how long the catalogue may take to answer
 */
@Validated
@ConfigurationProperties("paperpress.ingest")
record DryRunSettings(
        @DefaultValue("http://localhost:8082") URI catalogUrl,
        @DefaultValue("200") @Min(1) @Max(500) int dryRunEntries,
        @DefaultValue("8MB") DataSize dryRunSize,
        @DefaultValue("10s") Duration dryRunTimeout) {}
