package io.paperpress.catalog.paper;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import io.paperpress.common.identity.Identifiers;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the catalogue refuses, each with the field at fault. */
public final class Validation {

    private static final int FIRST_YEAR = 1900;

    private final Clock clock;

    public Validation(Clock clock) {
        this.clock = clock;
    }

    /** @return why the submission is refused; empty where it is not */
    public List<Remark> problems(PaperSubmitted submission) {
        var problems = new Problems();
        PaperFields paper = submission.paper();
        check(paper, problems);
        placements(submission.placements(), problems);
        if (problems.found.isEmpty()
                && isBlank(paper.title())
                && Identifiers.strongest(Identifiers.in(paper)).isEmpty()) {
            problems.add("/title", "A title is needed, or an identifier that one can be resolved from.");
        }
        return problems.found;
    }

    /** @return why these values of a listed paper are refused; empty where they are not */
    public List<Remark> problems(PaperFields proposed) {
        var problems = new Problems();
        check(proposed, problems);
        return problems.found;
    }

    private void check(PaperFields paper, Problems problems) {
        texts(paper, problems);
        lists(paper, problems);
        links(paper, problems);
        int nextYear = Year.now(clock).getValue() + 1;
        Integer year = paper.year();
        if (year != null && (year < FIRST_YEAR || year > nextYear)) {
            problems.add("/year", "The year must lie between " + FIRST_YEAR + " and " + nextYear + ".");
        }
    }

    private static void texts(PaperFields paper, Problems problems) {
        problems.check("/title", paper.title(), Limits.TITLE);
        problems.check("/shortName", paper.shortName(), Limits.NAME);
        problems.check("/venue", paper.venue(), Limits.NAME);
        problems.check("/abstract", paper.abstractText(), Limits.ABSTRACT);
        problems.check("/citation", paper.citation(), Limits.CITATION);
        problems.check("/cover", paper.cover(), Limits.ADDRESS);
        problems.check("/path", paper.path(), Limits.NAME);
    }

    private static void lists(PaperFields paper, Problems problems) {
        problems.checkAll("/authors", paper.authors().stream().map(Author::name).toList(), Limits.JOINED_NAMES);
        problems.checkAll("/institutions", paper.institutions(), Limits.NAME);
        problems.checkAll("/keywords", paper.keywords(), Limits.NAME);
        problems.checkAll("/baselines", paper.baselines(), Limits.NAME);
        for (Identifier identifier : paper.identifiers()) {
            problems.check("/identifiers/" + identifier.scheme(), identifier.value(), Limits.IDENTIFIER);
        }
        problems.checkCount("/identifiers", paper.identifiers().size());
    }

    private static void links(PaperFields paper, Problems problems) {
        problems.checkCount("/links", paper.links().size());
        for (int i = 0; i < paper.links().size(); i++) {
            Link link = paper.links().get(i);
            String pointer = "/links/" + i;
            problems.check(pointer + "/rel", link.rel(), Limits.NAME);
            problems.check(pointer + "/label", link.label(), Limits.NAME);
            if (problems.check(pointer + "/url", link.url(), Limits.ADDRESS)
                    && !isFollowable(link.url(), link.rel().equals(Link.NOTE))) {
                problems.add(pointer + "/url", "A link must be an http or https address.");
            }
        }
        String cover = paper.cover();
        if (cover != null && !isFollowable(cover, true)) {
            problems.add("/cover", "A cover must be an http or https address, or a path in the archive.");
        }
    }

    private static boolean isFollowable(String url, boolean orPath) {
        return url.isBlank() || WebAddress.isWeb(url) || (orPath && WebAddress.isPath(url));
    }

    private static void placements(List<Placement> placements, Problems problems) {
        for (int i = 0; i < placements.size(); i++) {
            Placement placement = placements.get(i);
            String pointer = "/placements/" + i;
            if (!placement.list().matches(Limits.SLUG)) {
                problems.add(pointer + "/list", "A list is named by lower-case letters, digits and hyphens.");
            }
            problems.check(pointer + "/label", placement.label(), Limits.TITLE);
            problems.checkAll(pointer + "/section", placement.section(), Limits.TITLE);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || PlainText.of(text).isEmpty();
    }

    /** Collects what is wrong with one submission. */
    private static final class Problems {

        private final List<Remark> found = new ArrayList<>();

        void add(String pointer, String message) {
            found.add(new Remark(pointer, message));
        }

        boolean check(String pointer, @Nullable String text, int limit) {
            if (text == null) {
                return true;
            }
            if (!UnicodeText.isValid(text)) {
                add(pointer, "The text is not valid Unicode.");
                return false;
            }
            if (text.length() > limit) {
                add(pointer, "The text is longer than " + limit + " characters.");
                return false;
            }
            return true;
        }

        void checkAll(String pointer, List<String> texts, int limit) {
            checkCount(pointer, texts.size());
            for (int i = 0; i < texts.size(); i++) {
                check(pointer + "/" + i, texts.get(i), limit);
            }
        }

        void checkCount(String pointer, int count) {
            if (count > Limits.VALUES) {
                add(pointer, "There are more than " + Limits.VALUES + " values.");
            }
        }
    }
}
