package io.paperpress.common.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context on every message, carried by Micrometer Tracing: what a request or an event causes has its trace.
 *
 * <p>Nothing is exported unless an exporter is configured.
 */
final class Tracing {

    private final Tracer tracer;
    private final Propagator propagator;

    Tracing(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The current trace context as a {@code traceparent}; a fresh one where there is none. */
    String traceparent() {
        Span current = tracer.currentSpan();
        Span span = current == null ? tracer.nextSpan() : current;
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (ignored, name, value) -> carrier.put(name, value));
        String traceparent = carrier.get(CloudEvents.TRACEPARENT);
        return traceparent == null ? fresh() : traceparent;
    }

    /** Does the work inside a span that continues the given context, or starts a trace of its own. */
    @SuppressWarnings("try") // the scope is only there to be closed
    void continuing(@Nullable String traceparent, String name, Runnable work) {
        Map<String, String> carrier = traceparent == null ? Map.of() : Map.of(CloudEvents.TRACEPARENT, traceparent);
        Span span = propagator
                .extract(carrier, (ignored, header) -> carrier.get(header))
                .kind(Span.Kind.CONSUMER)
                .name(name)
                .start();
        try (var scope = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }

    /** For services that switched tracing off: the header stays valid and unsampled. */
    private static String fresh() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-00";
    }
}
