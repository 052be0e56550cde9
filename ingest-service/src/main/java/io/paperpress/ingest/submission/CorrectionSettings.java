package io.paperpress.ingest.submission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param contactKept how long the address of a reader who corrected something is kept */
@ConfigurationProperties("paperpress.ingest.corrections")
record CorrectionSettings(@DefaultValue("180d") Duration contactKept) {}
