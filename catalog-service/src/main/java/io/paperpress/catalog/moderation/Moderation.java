package io.paperpress.catalog.moderation;

import io.paperpress.catalog.store.Submitters;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells by the policy which submissions wait. */
@Component
public class Moderation {

    private static final String MAINTAINER = "maintainer";
    /** What a registry answered to the catalogue's own question. */
    private static final String REGISTRY = "registry:";

    private final ModerationSettings settings;
    private final Submitters submitters;

    Moderation(ModerationSettings settings, Submitters submitters) {
        this.settings = settings;
        this.submitters = submitters;
    }

    public Policy policy() {
        return settings.asPolicy();
    }

    /** Which of these submissions wait for a maintainer. */
    public Predicate<SubmissionEvent> waiting(Collection<? extends SubmissionEvent> submissions) {
        return switch (policy()) {
            case OPEN -> _ -> false;
            case REVIEW -> Moderation::needsSomebody;
            case TRUSTED -> untrusted(submissions);
        };
    }

    private Predicate<SubmissionEvent> untrusted(Collection<? extends SubmissionEvent> submissions) {
        Set<String> doubtful = submissions.stream()
                .filter(Moderation::needsSomebody)
                .map(Moderation::submitter)
                .collect(Collectors.toSet());
        var trusted = submitters.trusted(doubtful, settings.earnedAfter());
        return submission -> needsSomebody(submission) && !trusted.contains(submitter(submission));
    }

    private static boolean needsSomebody(SubmissionEvent submission) {
        return switch (submission) {
            case PaperSubmitted paper ->
                isNoMaintainers(paper.role()) && !paper.source().key().startsWith(REGISTRY);
            case ListSubmitted list -> isNoMaintainers(list.role());
            case RevisionSubmitted _ -> true;
        };
    }

    private static boolean isNoMaintainers(@Nullable String role) {
        return !MAINTAINER.equals(role);
    }

    private static String submitter(SubmissionEvent submission) {
        return switch (submission) {
            case PaperSubmitted paper -> paper.submitter();
            case ListSubmitted list -> list.submitter();
            case RevisionSubmitted revision -> revision.submitter();
        };
    }
}
