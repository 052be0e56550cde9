package io.paperpress.catalog.export;

import io.paperpress.catalog.changes.ChangeLog;
import io.paperpress.common.messaging.OutgoingEvent;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The log of changes begins anew, and fills as everything is told again. */
@Component
class ChangesRetelling implements Retelling {

    private final ChangeLog log;

    ChangesRetelling(ChangeLog log) {
        this.log = log;
    }

    @Override
    public void retell(Consumer<List<OutgoingEvent>> told) {
        log.beginAnew();
    }
}
