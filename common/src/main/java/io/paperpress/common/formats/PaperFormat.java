package io.paperpress.common.formats;

import io.paperpress.common.events.PaperFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The formats in which one paper is given out. */
public enum PaperFormat {
    BIBTEX("application/x-bibtex", "bib", Bibtex::write),
    RIS("application/x-research-info-systems", "ris", Ris::write),
    CSL("application/vnd.citationstyles.csl+json", "json", Csl::write),
    PROTOTXT("text/x-prototxt", "prototxt", Prototxt::write),
    JSONLD("application/ld+json", "jsonld", JsonLd::write);

    private final String mediaType;
    private final String extension;
    private final BiFunction<String, PaperFields, String> writer;

    PaperFormat(String mediaType, String extension, BiFunction<String, PaperFields, String> writer) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.writer = writer;
    }

    /** As it stands in addresses: {@code ?format=bibtex}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Media type, without parameters; the text is UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    /** What the name of a file of this format ends in. */
    public String extension() {
        return extension;
    }

    /** One entry, with a line end after it. */
    public String write(String paperId, PaperFields paper) {
        return writer.apply(paperId, paper);
    }

    public static Optional<PaperFormat> named(String slug) {
        return Arrays.stream(values())
                .filter(format -> format.slug().equals(slug))
                .findFirst();
    }
}
