package io.paperpress.catalog.intake;

import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.messaging.OutgoingEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a batch came to.
 *
 * @param decided one for each submission
 * @param changes the papers or lists that changed, each once, at its newest
 */
record Decisions(List<SubmissionDecided> decided, List<OutgoingEvent> changes) {

    Decisions {
        decided = List.copyOf(decided);
        changes = List.copyOf(changes);
    }

    Decisions and(List<SubmissionDecided> more) {
        return new Decisions(Stream.concat(decided.stream(), more.stream()).toList(), changes);
    }

    Decisions and(Decisions more) {
        return new Decisions(
                Stream.concat(decided.stream(), more.decided().stream()).toList(),
                Stream.concat(changes.stream(), more.changes().stream()).toList());
    }
}
