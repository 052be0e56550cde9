package io.paperpress.catalog.export;

import io.paperpress.catalog.naming.AllNames;
import io.paperpress.common.messaging.OutgoingEvent;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells every name and word; there are few. */
@Component
class NamesRetelling implements Retelling {

    private final AllNames names;

    NamesRetelling(AllNames names) {
        this.names = names;
    }

    @Override
    public void retell(Consumer<List<OutgoingEvent>> told) {
        names.tellAll();
    }
}
