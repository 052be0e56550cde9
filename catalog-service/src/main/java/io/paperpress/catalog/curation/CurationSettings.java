package io.paperpress.catalog.curation;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param stalePreprintYears how many calendar years after its own a paper may be shown as a preprint of arXiv unremarked */
@Validated
@ConfigurationProperties("paperpress.catalog.curation")
record CurationSettings(@DefaultValue("2") @Min(1) int stalePreprintYears) {}
