package io.paperpress.catalog.identity;

import io.paperpress.catalog.identity.Recognition.Doubt;
import io.paperpress.catalog.identity.Recognition.Match;
import io.paperpress.catalog.identity.Recognition.Match.New;
import io.paperpress.catalog.identity.Recognition.Match.NewVersionOf;
import io.paperpress.catalog.identity.Recognition.Match.Same;
import io.paperpress.catalog.identity.likeness.LikenessIndex;
import io.paperpress.catalog.identity.likeness.LikenessIndex.Likely;
import io.paperpress.catalog.identity.likeness.Profile;
import io.paperpress.catalog.paper.Finding.Kind;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.common.events.PaperSubmitted;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the work of a submission, and proposes what it may be besides: {@link PaperMatcher} decides, by identifiers
 * and titles that say the same; likeness adds doubts for a person, and never more than that.
 */
public final class Recogniser {

    private static final int MOST = 5;

    private final PaperMatcher matcher;
    private final LikenessIndex listed;
    /** Papers of this sitting, which {@code listed} knows as they were or not yet; made when there is a first one. */
    private @Nullable LikenessIndex fresh;

    private final Set<String> freshIds = new HashSet<>();

    /** @param listed every listed paper, as it was a moment ago */
    public Recogniser(PaperMatcher matcher, LikenessIndex listed) {
        this.matcher = matcher;
        this.listed = listed;
    }

    /** The paper is new, or says something else from now on. */
    public void learn(Paper paper) {
        if (fresh == null) {
            fresh = new LikenessIndex();
        }
        fresh.put(paper.id(), Profile.of(paper));
        freshIds.add(paper.id());
    }

    /** @param candidates listed papers that share an identity key with the submission */
    public Recognition recognise(PaperSubmitted submission, Collection<Paper> candidates) {
        var recognition = matcher.match(submission, candidates);
        return switch (recognition.match()) {
            case New _ -> withLikely(recognition, submission, Set.of());
            case NewVersionOf version -> withLikely(recognition, submission, family(version.paper()));
            case Same same ->
                saysMore(submission, same.paper())
                        ? withLikely(recognition, submission, family(same.paper()))
                        : recognition;
        };
    }

    /** Which of these papers a submission is of, without a thought of what it is merely like. */
    public Match match(PaperSubmitted submission, Collection<Paper> candidates) {
        return matcher.match(submission, candidates).match();
    }

    /** Whether it gives the paper a title under which nobody looked for its like. */
    private static boolean saysMore(PaperSubmitted submission, Paper paper) {
        String title = IdentityKeys.fingerprint(submission.paper().title());
        return !title.isEmpty()
                && paper.claims().all().stream()
                        .noneMatch(claim ->
                                IdentityKeys.fingerprint(claim.fields().title()).equals(title));
    }

    private static Set<String> family(Paper paper) {
        var family = new HashSet<>(paper.versions());
        family.add(paper.id());
        return family;
    }

    private Recognition withLikely(Recognition recognition, PaperSubmitted submission, Set<String> family) {
        var known = new HashSet<>(family);
        recognition.doubts().forEach(doubt -> known.add(doubt.paperId()));
        var profile = Profile.of(submission.paper());
        var changed = new HashSet<>(known);
        changed.addAll(freshIds);
        var here = fresh == null ? List.<Likely>of() : fresh.like(profile, known);
        var likely = Stream.concat(here.stream(), listed.like(profile, changed).stream())
                .sorted(Comparator.comparingDouble(
                                (Likely like) -> -like.alike().score())
                        .thenComparing(Likely::paperId))
                .limit(MOST)
                .map(like -> new Doubt(
                        Kind.POSSIBLE_DUPLICATE,
                        like.paperId(),
                        like.alike().score(),
                        like.alike().reasons()));
        return new Recognition(
                recognition.match(),
                Stream.concat(recognition.doubts().stream(), likely).toList());
    }
}
