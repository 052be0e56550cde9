package io.paperpress.catalog.testing;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Source;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.testing.Papers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Submissions for tests, said in few words. */
public final class Said {

    private static final AtomicLong COUNT = new AtomicLong();
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final Papers paper;
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();
    private String submitter = "ada";
    private Source source = new Source("submitter:ada", Source.Kind.RECORD);
    private String submissionId = "s%025d".formatted(COUNT.incrementAndGet());
    private @Nullable String role;
    private String batch = "batch";
    private Instant at = START.plusSeconds(COUNT.get());

    private Said(@Nullable String title) {
        paper = Papers.titled(title);
    }

    public static Said of(@Nullable String title) {
        return new Said(title);
    }

    public Said called(String name) {
        paper.withShortName(name);
        return this;
    }

    public Said by(String... names) {
        paper.withAuthors(names);
        return this;
    }

    public Said at(String... names) {
        paper.withInstitutions(names);
        return this;
    }

    public Said in(String where) {
        paper.withVenue(where);
        return this;
    }

    public Said in(String where, int when) {
        paper.withVenue(where).withYear(when);
        return this;
    }

    public Said in(int when) {
        paper.withYear(when);
        return this;
    }

    public Said id(String scheme, String value) {
        identifiers.add(Identifiers.of(scheme, value));
        paper.withIdentifiers(identifiers.toArray(Identifier[]::new));
        return this;
    }

    public Said link(String url) {
        return link(Link.PAPER, url);
    }

    public Said link(String rel, String url) {
        links.add(new Link(rel, null, url));
        paper.withLinks(links.toArray(Link[]::new));
        return this;
    }

    public Said about(String... words) {
        paper.withKeywords(words);
        return this;
    }

    public Said abstracted(String text) {
        paper.withAbstract(text);
        return this;
    }

    public Said cover(String url) {
        paper.withCover(url);
        return this;
    }

    public Said cited(String text) {
        paper.withCitation(text);
        return this;
    }

    public Said file(String name) {
        paper.withPath(name);
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

    public Said inBatch(String id) {
        batch = id;
        return this;
    }

    public Said byMaintainer() {
        role = "maintainer";
        return this;
    }

    public Said when(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    public PaperSubmitted submitted() {
        return new PaperSubmitted(
                submissionId, batch, submitter, at, source, paper.fields(), placements, List.of(), role);
    }
}
