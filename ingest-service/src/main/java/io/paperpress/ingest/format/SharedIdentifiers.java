package io.paperpress.ingest.format;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.identity.TitleFingerprint;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page knows of a work that stands on it twice: one row links to the preprint, another to the forum. Each gets the
 * identifiers of the other, else it would hang on the order in which the rows arrive whether they are known for one work.
 */
final class SharedIdentifiers {

    private final Map<String, Set<Identifier>> byWork = new HashMap<>();

    void add(PaperFields paper) {
        byWork.computeIfAbsent(work(paper), _ -> new LinkedHashSet<>()).addAll(Identifiers.in(paper));
    }

    /** The paper with what other rows of the same title and first author add; as it is where they contradict it. */
    PaperFields completed(PaperFields paper) {
        Set<Identifier> known = byWork.getOrDefault(work(paper), Set.of());
        long schemes = known.stream().map(Identifier::scheme).distinct().count();
        Set<Identifier> own = Identifiers.in(paper);
        List<Identifier> others = known.stream().filter(id -> !own.contains(id)).toList();
        boolean generic = TitleFingerprint.isGeneric(fingerprint(paper));
        return generic || others.isEmpty() || schemes < known.size() ? paper : with(others, paper);
    }

    private static PaperFields with(List<Identifier> others, PaperFields paper) {
        return new PaperFields(
                paper.title(),
                paper.shortName(),
                paper.authors(),
                paper.institutions(),
                paper.venue(),
                paper.year(),
                paper.abstractText(),
                Stream.concat(paper.identifiers().stream(), others.stream()).toList(),
                paper.links(),
                paper.keywords(),
                paper.cover(),
                paper.baselines(),
                paper.citation(),
                paper.path());
    }

    private static String work(PaperFields paper) {
        return paper.authors().stream().limit(1).map(Author::name).collect(Collectors.joining()) + "/"
                + fingerprint(paper);
    }

    private static String fingerprint(PaperFields paper) {
        return paper.title() == null ? "" : TitleFingerprint.of(paper.title());
    }
}
