package io.paperpress.common.testing;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Example papers: real ones by name, any other by title, with what a test cares about set on top. */
public final class Papers {

    /** When everything of the examples happened. */
    public static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");

    public static final String SUBMITTER = "mira";

    private @Nullable String title;
    private @Nullable String shortName;
    private List<Author> authors = List.of();
    private List<String> institutions = List.of();
    private @Nullable String venue;
    private @Nullable Integer year;
    private @Nullable String abstractText;
    private List<Identifier> identifiers = List.of();
    private List<Link> links = List.of();
    private List<String> keywords = List.of();
    private @Nullable String cover;
    private List<String> baselines = List.of();
    private @Nullable String citation;
    private @Nullable String path;
    private Source source = new Source("submitter:" + SUBMITTER, Source.Kind.RECORD);

    private Papers() {}

    /** Of this paper nothing but its title is known. */
    public static Papers titled(@Nullable String title) {
        return new Papers().withTitle(title);
    }

    /** "Attention Is All You Need". */
    public static Papers attention() {
        return titled("Attention Is All You Need")
                .withShortName("Transformer")
                .withAuthors("Ashish Vaswani", "Noam Shazeer", "Niki Parmar", "Jakob Uszkoreit")
                .withInstitutions("Google Brain", "Google Research", "University of Toronto")
                .withVenue("NeurIPS")
                .withYear(2017)
                .withAbstract("The dominant sequence transduction models are based on complex recurrent or"
                        + " convolutional neural networks.")
                .withIdentifiers(new Identifier("arxiv", "1706.03762"))
                .withLinks(new Link(Link.PAPER, "PDF", "https://arxiv.org/abs/1706.03762"))
                .withKeywords("structure_design");
    }

    /** "FlexPrefill", as a record of an EfficientPaper tree describes it. */
    public static Papers flexPrefill() {
        return titled("FlexPrefill: A Context-Aware Sparse Attention Mechanism for Efficient Long-Sequence Inference")
                .withShortName("FlexPrefill")
                .withAuthors("Xunhao Lai", "Jianqiao Lu", "Yao Luo", "Yiyuan Ma", "Xun Zhou")
                .withInstitutions("Peking University", "ByteDance")
                .withVenue("ICLR")
                .withYear(2025)
                .withIdentifiers(new Identifier("arxiv", "2502.20766"))
                .withLinks(
                        new Link(Link.PAPER, null, "http://arxiv.org/abs/2502.20766v1"),
                        new Link(Link.CODE, "Pytorch", "https://github.com/bytedance/FlexPrefill"),
                        new Link(Link.NOTE, null, "note.md"))
                .withKeywords("attention_sparsity")
                .withCover("flexprefill.png")
                .withBaselines("2024/MInference")
                .withPath("meta/2025/FlexPrefill.prototxt");
    }

    public Papers withTitle(@Nullable String newTitle) {
        title = newTitle;
        return this;
    }

    public Papers withShortName(String newShortName) {
        shortName = newShortName;
        return this;
    }

    public Papers withAuthors(String... names) {
        authors = Stream.of(names).map(Author::named).toList();
        return this;
    }

    public Papers withInstitutions(String... names) {
        institutions = List.of(names);
        return this;
    }

    public Papers withVenue(@Nullable String newVenue) {
        venue = newVenue;
        return this;
    }

    public Papers withYear(@Nullable Integer newYear) {
        year = newYear;
        return this;
    }

    public Papers withAbstract(String text) {
        abstractText = text;
        return this;
    }

    public Papers withIdentifiers(Identifier... newIdentifiers) {
        identifiers = List.of(newIdentifiers);
        return this;
    }

    public Papers withLinks(Link... newLinks) {
        links = List.of(newLinks);
        return this;
    }

    public Papers withKeywords(String... ids) {
        keywords = List.of(ids);
        return this;
    }

    public Papers withCover(String newCover) {
        cover = newCover;
        return this;
    }

    public Papers withBaselines(String... newBaselines) {
        baselines = List.of(newBaselines);
        return this;
    }

    public Papers withCitation(String text) {
        citation = text;
        return this;
    }

    /** The file it is described by, which is also its source. */
    public Papers withPath(String file) {
        path = file;
        source = new Source("path:" + file, Source.Kind.RECORD);
        return this;
    }

    public Papers withSource(String key, Source.Kind kind) {
        source = new Source(key, kind);
        return this;
    }

    public PaperFields fields() {
        return new PaperFields(
                title,
                shortName,
                authors,
                institutions,
                venue,
                year,
                abstractText,
                identifiers,
                links,
                keywords,
                cover,
                baselines,
                citation,
                path);
    }

    /** As submitted by {@link #SUBMITTER} at {@link #THEN}. */
    public PaperSubmitted submitted(String submissionId) {
        return new PaperSubmitted(
                submissionId, "batch-" + submissionId, SUBMITTER, THEN, source, fields(), List.of(), List.of());
    }

    /** As catalogued, with itself as the only source; each revision a minute after the one before. */
    public PaperCatalogued catalogued(String paperId, long revision) {
        Instant revisedAt = THEN.plusSeconds(60 * revision);
        String submissionId = "submission-" + paperId + "-" + revision;
        return new PaperCatalogued(
                paperId,
                revision,
                THEN.plusSeconds(60),
                revisedAt,
                submissionId,
                fields(),
                identifiers(),
                List.of(new SourceRecord(source, SUBMITTER, submissionId, revisedAt, fields())),
                List.of());
    }

    private List<Identifier> identifiers() {
        var all = new ArrayList<>(identifiers);
        if (path != null) {
            all.add(new Identifier("path", path));
        }
        return all;
    }
}
