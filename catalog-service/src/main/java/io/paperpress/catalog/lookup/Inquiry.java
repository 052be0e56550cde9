package io.paperpress.catalog.lookup;

import io.paperpress.catalog.lookup.Lookups.Due;
import io.paperpress.catalog.outbound.Answer;
import io.paperpress.catalog.outbound.Answer.Found;
import io.paperpress.catalog.outbound.Answer.Later;
import io.paperpress.catalog.outbound.Answer.Missing;
import io.paperpress.catalog.outbound.Answer.Refused;
import io.paperpress.catalog.outbound.PoliteClient;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.SubmissionKey;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one registry what is due. What it says comes back as a submission of its own, by the way of all submissions: so
 * it is decided, kept and replayed like what people say.
 */
final class Inquiry {

    private static final Logger log = LoggerFactory.getLogger(Inquiry.class);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final MetadataSource source;
    private final Registries registries;
    private final Lookups lookups;
    private final PoliteClient client;
    private final EventPublisher publisher;
    private final LookupSettings settings;
    private final Clock clock;

    Inquiry(
            MetadataSource source,
            Registries registries,
            Lookups lookups,
            PoliteClient client,
            EventPublisher publisher,
            LookupSettings settings,
            Clock clock) {
        this.source = source;
        this.registries = registries;
        this.lookups = lookups;
        this.client = client;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether there was something to ask */
    boolean ask() throws InterruptedException {
        var due = new HashMap<Identifier, Due>();
        lookups.take(source).forEach(lookup -> due.put(lookup.identifier(), lookup));
        if (due.isEmpty()) {
            return false;
        }
        var known = lookups.known(source, due.keySet());
        submit(known);
        due.keySet().removeAll(known.keySet());
        if (!due.isEmpty()) {
            askRegistry(due);
        }
        return true;
    }

    private void askRegistry(Map<Identifier, Due> due) throws InterruptedException {
        var identifiers = List.copyOf(due.keySet());
        Answer answer = client.get(source.question(identifiers), source.pause());
        switch (answer) {
            case Found found -> answered(found, due);
            case Missing _ -> identifiers.forEach(this::unknown);
            case Later later -> due.values().forEach(lookup -> failed(lookup, later.pause(), later.why()));
            case Refused refused -> identifiers.forEach(identifier -> giveUp(identifier, refused.why()));
        }
    }

    private void answered(Found found, Map<Identifier, Due> due) {
        Map<Identifier, PaperFields> answers;
        try {
            answers = source.read(found.body(), due.keySet());
        } catch (UnreadableAnswer odd) {
            due.values().forEach(lookup -> failed(lookup, Duration.ZERO, String.valueOf(odd.getMessage())));
            return;
        }
        lookups.keep(source, answers);
        submit(answers);
        due.keySet().stream()
                .filter(identifier -> !answers.containsKey(identifier))
                .forEach(this::unknown);
    }

    private void submit(Map<Identifier, PaperFields> answers) {
        if (!answers.isEmpty()) {
            publisher.publish(answers.entrySet().stream()
                    .map(answer -> submission(answer.getKey(), answer.getValue()))
                    .toList());
            lookups.done(answers.keySet());
        }
    }

    /** Its id follows from what it says, so that saying it twice is seen. */
    private OutgoingEvent submission(Identifier identifier, PaperFields fields) {
        String registry = "registry:" + source.name();
        String content = registry + " " + identifier + " " + fields;
        String id = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        var event = new PaperSubmitted(
                id,
                id,
                registry,
                clock.instant(),
                new Source(registry, Source.Kind.RECORD),
                fields,
                List.of(),
                List.of());
        return new OutgoingEvent(Topics.SUBMISSIONS, SubmissionKey.of(fields), event);
    }

    private void unknown(Identifier identifier) {
        registries
                .after(source, identifier)
                .ifPresentOrElse(
                        other -> lookups.askOther(identifier, other), () -> giveUp(identifier, "no registry knows it"));
    }

    private void failed(Due lookup, Duration wish, String why) {
        if (lookup.asked() + 1 >= settings.attempts()) {
            giveUp(lookup.identifier(), why);
            return;
        }
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(lookup.asked(), 20));
        Duration longer = pause.compareTo(wish) > 0 ? pause : wish;
        lookups.askLater(lookup.identifier(), longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer, why);
    }

    private void giveUp(Identifier identifier, String why) {
        log.warn("{} was asked about {} in vain: {}", source.name(), identifier, why);
        lookups.giveUp(identifier, why);
    }
}
