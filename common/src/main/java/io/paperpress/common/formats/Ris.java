package io.paperpress.common.formats;

import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import org.jspecify.annotations.Nullable;

/** RIS, as Zotero, EndNote and Mendeley read it. */
final class Ris {

    private final StringBuilder lines = new StringBuilder();

    private Ris() {}

    static String write(String paperId, PaperFields paper) {
        var record = new Ris();
        record.line(
                "TY",
                switch (Venues.of(paper)) {
                    case PREPRINT -> "GEN";
                    case JOURNAL -> "JOUR";
                    case CONFERENCE -> "CONF";
                });
        record.line("ID", paperId);
        record.line("TI", paper.title());
        record.line("ST", paper.shortName());
        paper.authors()
                .forEach(author -> record.line("AU", NameParts.of(author.name()).turned()));
        record.line("T2", paper.venue());
        record.line("PY", paper.year() == null ? null : paper.year().toString());
        record.line("DO", Addresses.identifier(paper, Identifiers.DOI).orElse(null));
        record.line(
                "AN",
                Addresses.identifier(paper, Identifiers.ARXIV)
                        .map(id -> "arXiv:" + id)
                        .orElse(null));
        Addresses.of(paper).forEach(url -> record.line("UR", url));
        paper.keywords().forEach(keyword -> record.line("KW", keyword));
        record.line("AB", paper.abstractText());
        return record.lines.append("ER  - \n").toString();
    }

    private void line(String tag, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.append(tag)
                    .append("  - ")
                    .append(value.replaceAll("\\s+", " ").strip())
                    .append('\n');
        }
    }
}
