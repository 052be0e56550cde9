package io.paperpress.ingest.rate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one caller may call this instance.
 *
 * @param submissions calls of {@code POST /api/submissions}, however much each brings
 * @param corrections calls of {@code POST /api/corrections}
 * @param callers how many callers are remembered; of more, those seen longest ago are forgotten
 */
@Validated
@ConfigurationProperties("paperpress.ingest.rate")
record RateSettings(
        @Valid @DefaultValue Submissions submissions,
        @Valid @DefaultValue Corrections corrections,
        @DefaultValue("100000") @Min(1) int callers) {

    /**
     * @param calls that may come at once
     * @param per the time in which as many more become free, evenly
     */
    record Submissions(
            @DefaultValue("6000") @Min(1) int calls,
            @DefaultValue("1m") Duration per) {}

    /** As for submissions; whoever corrects needs no account. */
    record Corrections(
            @DefaultValue("20") @Min(1) int calls,
            @DefaultValue("1h") Duration per) {}
}
