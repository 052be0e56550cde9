package io.paperpress.catalog.paper;

import io.paperpress.common.events.Remark;

/** Something odd about what one submission says. */
record Observation(Finding.Kind kind, Remark remark) {

    static Observation of(Finding.Kind kind, String pointer, String message) {
        return new Observation(kind, new Remark(pointer, message));
    }
}
