package io.paperpress.common.formats;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a paper a reference says.
 *
 * @param title as it is read aloud, without markup
 * @param arxiv its id there, for a preprint of arXiv alone
 * @param address where it can be read: its DOI before arXiv before any other
 * @param isDoi whether that is a DOI's
 */
record CitedWork(
        List<CitedName> authors,
        String title,
        Venues kind,
        @Nullable String venue,
        @Nullable Integer year,
        @Nullable String arxiv,
        @Nullable String address,
        boolean isDoi) {

    static CitedWork of(PaperFields paper) {
        Venues kind = Venues.of(paper);
        String doi = Addresses.identifier(paper, Identifiers.DOI).orElse(null);
        String arxiv = Addresses.identifier(paper, Identifiers.ARXIV).orElse(null);
        boolean isOnArxiv = kind == Venues.PREPRINT && arxiv != null;
        String venue = paper.venue() == null || paper.venue().isBlank() ? null : paper.venue();
        return new CitedWork(
                paper.authors().stream().map(Author::name).map(CitedName::of).toList(),
                title(paper, arxiv, doi),
                kind,
                isOnArxiv ? "arXiv" : venue,
                paper.year(),
                isOnArxiv ? arxiv : null,
                address(paper, doi, arxiv),
                doi != null);
    }

    /** @return the DOI alone, where there is one */
    @Nullable
    String doi() {
        return isDoi && address != null ? address.substring("https://doi.org/".length()) : null;
    }

    private static String title(PaperFields paper, @Nullable String arxiv, @Nullable String doi) {
        if (paper.title() != null && !paper.title().isBlank()) {
            return SpokenMath.of(paper.title()).strip();
        }
        return arxiv != null ? "arXiv:" + arxiv : doi != null ? "doi:" + doi : "Untitled";
    }

    private static @Nullable String address(PaperFields paper, @Nullable String doi, @Nullable String arxiv) {
        if (doi != null) {
            return "https://doi.org/" + doi;
        }
        return arxiv != null
                ? "https://arxiv.org/abs/" + arxiv
                : Addresses.of(paper).stream().findFirst().orElse(null);
    }
}
