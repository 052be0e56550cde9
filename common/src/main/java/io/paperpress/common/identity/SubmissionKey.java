package io.paperpress.common.identity;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;

/** The key that brings submissions which may be one paper into one partition of the topic. */
public final class SubmissionKey {

    private SubmissionKey() {}

    /** The strongest identifier, else the title's fingerprint. */
    public static String of(PaperFields paper) {
        return Identifiers.strongest(Identifiers.in(paper))
                .map(Identifier::toString)
                .orElseGet(() -> "title:" + (paper.title() == null ? "" : TitleFingerprint.of(paper.title())));
    }
}
