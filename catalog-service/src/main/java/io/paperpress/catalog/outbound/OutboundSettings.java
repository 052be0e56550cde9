package io.paperpress.catalog.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How hosts on the internet are asked.
 *
 * @param contact mail address of the operator, told with every question
 * @param timeout longest time that one question may take
 * @param maxAnswer longest answer that is read
 * @param privateAddresses whether loopback and private networks may be asked, for a mirror or a proxy of one's own
 */
@ConfigurationProperties("paperpress.catalog.outbound")
public record OutboundSettings(
        @Nullable String contact,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("4MB") DataSize maxAnswer,
        @DefaultValue("false") boolean privateAddresses) {}
