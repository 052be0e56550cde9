package io.paperpress.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a paper. A value that is {@code null} or empty says nothing about its field.
 *
 * @param title may hold {@code $…$} math
 * @param shortName nickname, such as "FlashAttention"; not unique
 * @param authors in order of the byline
 * @param venue conference, journal or repository, without the year
 * @param year of publication there
 * @param identifiers as given; those that stand in links are recognised by the catalogue
 * @param keywords ids of the vocabulary, unknown ones too
 * @param cover address or archive path of a picture
 * @param baselines other papers as {@code year/stem} or {@code year/short name}
 * @param citation a formatted reference, verbatim
 * @param path file of the entry in an EfficientPaper tree, such as {@code meta/2025/FlexPrefill.prototxt}
 */
public record PaperFields(
        @Nullable String title,
        @Nullable String shortName,
        List<Author> authors,
        List<String> institutions,
        @Nullable String venue,
        @Nullable Integer year,
        @JsonProperty("abstract") @Nullable String abstractText,
        List<Identifier> identifiers,
        List<Link> links,
        List<String> keywords,
        @Nullable String cover,
        List<String> baselines,
        @Nullable String citation,
        @Nullable String path) {

    public PaperFields {
        authors = Lists.copy(authors);
        institutions = Lists.copy(institutions);
        identifiers = Lists.copy(identifiers);
        links = Lists.copy(links);
        keywords = Lists.copy(keywords);
        baselines = Lists.copy(baselines);
    }
}
