package io.paperpress.catalog.oai;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What harvesters are told about this repository.
 *
 * @param name of the repository
 * @param adminEmail whom harvesters may write to
 * @param namespace between {@code oai:} and a paper's id in the identifiers of records; a domain name of yours
 * @param origin public address of the site, such as {@code https://papers.example.org}; as it was asked for where none is set
 * @param page records in one answer
 */
@Validated
@ConfigurationProperties("paperpress.catalog.oai")
record OaiSettings(
        @DefaultValue("Paperpress") String name,

        @DefaultValue("webmaster@localhost.localdomain") @Pattern(regexp = "\\S+@(\\S+\\.)+\\S+")
        String adminEmail,

        @DefaultValue("paperpress.localhost") @Pattern(regexp = "[A-Za-z0-9.-]+")
        String namespace,

        @Nullable String origin,
        @DefaultValue("100") @Min(1) @Max(1000) int page) {}
