package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several who bear a name.
 *
 * @param canonical the name that tells this one from the others
 * @param orcid of an author: holds wherever a byline gives it; else {@code null}
 * @param papers ids of the papers on which the name is this one's, where that is not told by an ORCID
 */
public record ScopedName(String canonical, @Nullable String orcid, List<String> papers) {

    public ScopedName {
        requireNonNull(canonical, "canonical");
        papers = Lists.copy(papers);
    }
}
