package io.paperpress.catalog.testing;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Source;
import io.paperpress.common.identity.Identifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Submissions for tests, said in few words. */
public final class Said {

    private static final AtomicLong COUNT = new AtomicLong();
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final @Nullable String title;
    private @Nullable String shortName;
    private List<Author> authors = List.of();
    private List<String> institutions = List.of();
    private @Nullable String venue;
    private @Nullable Integer year;
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private List<String> keywords = List.of();
    private @Nullable String cover;
    private @Nullable String citation;
    private @Nullable String path;
    private final List<Placement> placements = new ArrayList<>();
    private String submitter = "ada";
    private Source source = new Source("submitter:ada", Source.Kind.RECORD);
    private String submissionId = "s%025d".formatted(COUNT.incrementAndGet());
    private Instant at = START.plusSeconds(COUNT.get());

    private Said(@Nullable String title) {
        this.title = title;
    }

    public static Said of(@Nullable String title) {
        return new Said(title);
    }

    public Said called(String name) {
        shortName = name;
        return this;
    }

    public Said by(String... names) {
        authors = Arrays.stream(names).map(Author::named).toList();
        return this;
    }

    public Said at(String... names) {
        institutions = List.of(names);
        return this;
    }

    public Said in(String where) {
        venue = where;
        return this;
    }

    public Said in(String where, int when) {
        venue = where;
        year = when;
        return this;
    }

    public Said in(int when) {
        year = when;
        return this;
    }

    public Said id(String scheme, String value) {
        identifiers.add(Identifiers.of(scheme, value));
        return this;
    }

    public Said link(String url) {
        return link(Link.PAPER, url);
    }

    public Said link(String rel, String url) {
        links.add(new Link(rel, null, url));
        return this;
    }

    public Said about(String... words) {
        keywords = List.of(words);
        return this;
    }

    public Said cover(String url) {
        cover = url;
        return this;
    }

    public Said cited(String text) {
        citation = text;
        return this;
    }

    public Said file(String name) {
        path = name;
        source = new Source("path:" + name, Source.Kind.RECORD);
        return this;
    }

    /** Read from a citation on a list. */
    public Said onList(String slug) {
        source = new Source("list:" + slug, Source.Kind.CITATION);
        return this;
    }

    public Said from(String who) {
        submitter = who;
        if (source.key().startsWith("submitter:")) {
            source = new Source("submitter:" + who, source.kind());
        }
        return this;
    }

    public Said placed(String list, @Nullable String label, String... section) {
        placements.add(new Placement(list, List.of(section), label));
        return this;
    }

    public Said as(String id) {
        submissionId = id;
        return this;
    }

    public Said when(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    public PaperSubmitted submitted() {
        var fields = new PaperFields(
                title,
                shortName,
                authors,
                institutions,
                venue,
                year,
                null,
                identifiers,
                links,
                keywords,
                cover,
                List.of(),
                citation,
                path);
        return new PaperSubmitted(submissionId, "batch", submitter, at, source, fields, placements, List.of());
    }
}
