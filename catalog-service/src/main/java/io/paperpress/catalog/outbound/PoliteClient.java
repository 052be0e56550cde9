package io.paperpress.catalog.outbound;

import io.paperpress.catalog.outbound.Answer.Found;
import io.paperpress.catalog.outbound.Answer.Later;
import io.paperpress.catalog.outbound.Answer.Missing;
import io.paperpress.catalog.outbound.Answer.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks hosts on the internet, as their owners would have it: one question at a time and not too often, with the name of
 * who asks, and no sooner again than they say. Goes to public addresses only, wherever a redirect points.
 */
@Component
public class PoliteClient {

    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    private final HttpClient http;
    private final OutboundSettings settings;
    private final Hosts hosts;
    private final Clock clock;

    PoliteClient(OutboundSettings settings, Hosts hosts, Clock clock) {
        this.settings = settings;
        this.hosts = hosts;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Waits for its turn, then asks.
     *
     * @param pause shortest time between two questions to this host
     */
    public Answer get(URI address, Duration pause) throws InterruptedException {
        hosts.awaitTurn(address.getAuthority(), pause);
        var answer = follow(address);
        if (answer instanceof Later later && later.pause().isPositive()) {
            hosts.leaveAlone(address.getAuthority(), later.pause());
        }
        return answer;
    }

    private Answer follow(URI start) throws InterruptedException {
        URI address = start;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            var forbidden = forbidden(address);
            if (forbidden != null) {
                return forbidden;
            }
            try {
                var response = http.send(request(address), BodyHandlers.ofInputStream());
                try (var body = response.body()) {
                    if (!REDIRECTS.contains(response.statusCode())) {
                        return read(response, body);
                    }
                }
                var target = response.headers().firstValue("Location");
                if (target.isEmpty()) {
                    return new Refused("a redirect to nowhere");
                }
                address = address.resolve(target.get());
            } catch (IOException e) {
                return new Later(Duration.ZERO, "not reached: " + e);
            } catch (IllegalArgumentException e) {
                return new Refused("a redirect to no address");
            }
        }
        return new Refused("more than " + MOST_REDIRECTS + " redirects");
    }

    private HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("User-Agent", "Paperpress (mailto:" + settings.contact() + ")")
                .GET()
                .build();
    }

    private Answer read(HttpResponse<?> response, InputStream content) throws IOException {
        int status = response.statusCode();
        if (status == 200) {
            int longest = (int) settings.maxAnswer().toBytes();
            byte[] body = content.readNBytes(longest + 1);
            return body.length > longest
                    ? new Refused("an answer of more than " + longest + " bytes")
                    : new Found(body);
        }
        if (status == 404 || status == 410) {
            return new Missing();
        }
        return status == 429 || status >= 500
                ? new Later(wish(response), "status " + status)
                : new Refused("status " + status);
    }

    /** {@code Retry-After}, in seconds or as a date; not longer than a day. */
    private Duration wish(HttpResponse<?> response) {
        String value = response.headers().firstValue("Retry-After").orElse("0").strip();
        Duration wish;
        try {
            wish = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException neither) {
            wish = Duration.ZERO;
        }
        return wish.isNegative() ? Duration.ZERO : wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }

    private @Nullable Answer forbidden(URI address) {
        String host = address.getHost();
        if (host == null || !Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            return new Refused("not a web address: " + address);
        }
        try {
            return settings.privateAddresses()
                            || Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddress::isPublic)
                    ? null
                    : new Refused("an address that is not public: " + host);
        } catch (UnknownHostException e) {
            return new Later(Duration.ZERO, "no such host: " + host);
        }
    }
}
