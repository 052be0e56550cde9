package io.paperpress.common.formats;

import io.paperpress.common.events.PaperFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The styles in which a paper is cited; titles keep the capitals they have. */
public enum CitationStyle {
    /** Publication Manual of the American Psychological Association, 7th edition. */
    APA("APA 7", ApaStyle::cite),
    /** IEEE Reference Guide, without the number of the entry. */
    IEEE("IEEE", IeeeStyle::cite),
    /** ACM Reference Format. */
    ACM("ACM", AcmStyle::cite),
    /** MLA Handbook, 9th edition. */
    MLA("MLA 9", MlaStyle::cite),
    /** Chicago Manual of Style, 18th edition, author and date. */
    CHICAGO("Chicago author-date", ChicagoStyle::cite);

    private final String label;
    private final Function<CitedWork, Reference> style;

    CitationStyle(String label, Function<CitedWork, Reference> style) {
        this.label = label;
        this.style = style;
    }

    /** As it stands in addresses: {@code ?style=apa}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people call it. */
    public String label() {
        return label;
    }

    /** The paper as an entry of a list of references. */
    public Reference cite(PaperFields paper) {
        return style.apply(CitedWork.of(paper));
    }

    public static Optional<CitationStyle> named(String slug) {
        return Arrays.stream(values())
                .filter(style -> style.slug().equals(slug))
                .findFirst();
    }
}
