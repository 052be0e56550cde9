package io.paperpress.catalog.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param listPatience how long a submitted list waits for the decisions on its papers before it is refused */
@ConfigurationProperties("paperpress.catalog")
record IntakeSettings(@DefaultValue("24h") Duration listPatience) {}
