package io.paperpress.ingest.format;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import io.paperpress.ingest.format.InlineText.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One work of a list of links: of what it says the title and the links are taken, and authors, venue and year where they
 * can be told.
 *
 * @param citation what it says of the work besides its title, with it
 */
record ListedWork(
        @Nullable String title,
        List<String> authors,
        Publication publication,
        List<Link> links,
        @Nullable String citation) {

    private static final Pattern TAG = Pattern.compile("^\\s*[\\[(]([^\\[\\]()]{2,60})[\\])]\\s*");
    private static final Pattern BRACKETS = Pattern.compile("[\\[(（【\"“]\\s*[,.|/·]*\\s*[\\])）】\"”]");
    private static final Pattern SEPARATOR = Pattern.compile("^[\\s\\-–—:.,;|]+|(?<![\\s\\-–—:,;|])[\\s\\-–—:,;|]+$");
    private static final Pattern SENTENCE =
            Pattern.compile("\\s+[-–—|]\\s+|(?<=\\p{Ll}{2})\\.\\s+|\\s*[()]\\s*|\\s*[\\[\\]]\\s*|;\\s+");
    private static final Pattern KEY =
            Pattern.compile("(?i)^(?:authors?|venue|conference|journal|published(?: in)?|year|date)\\s?:\\s?");
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"“”]{10,400})[\"”]");

    ListedWork {
        authors = List.copyOf(authors);
        links = List.copyOf(links);
    }

    /** @throws UnreadableRow when it links to what is no web address */
    static ListedWork of(InlineText text) {
        var named = named(text);
        return of(text, named, named == null ? titleInText(text) : clean(named.text()));
    }

    /** More of a work whose name stands above it. */
    static ListedWork detail(InlineText text) {
        return of(text, null, null);
    }

    private static ListedWork of(InlineText text, @Nullable Part named, @Nullable String title) {
        var links = links(text);
        String rest = rest(text, named, title);
        var authors = new ArrayList<String>();
        var publication = publication(text, rest, authors);
        String whole = title == null ? rest : rest.isEmpty() ? "" : title + ". " + rest;
        return new ListedWork(title, authors, publication, links, whole.isEmpty() ? null : whole);
    }

    /** Whether it is a work of its own, not more of the one above. */
    boolean isNamed() {
        return title != null && !links.isEmpty();
    }

    ListedWork plus(ListedWork detail) {
        var all = new ArrayList<>(links);
        detail.links.stream().filter(link -> !all.contains(link)).forEach(all::add);
        return new ListedWork(
                title, authors.isEmpty() ? detail.authors : authors, publication.or(detail.publication), all, citation);
    }

    PaperEntry entry(int line, @Nullable String sourceKey, List<Placement> placements) {
        var fields = new PaperFields(
                title,
                null,
                authors.stream().map(Author::named).toList(),
                List.of(),
                publication.venue(),
                publication.year(),
                null,
                List.of(),
                links,
                List.of(),
                null,
                List.of(),
                citation,
                null);
        var warnings = title == null
                ? List.of(new Remark("/title", "No title could be told from the links of this entry."))
                : List.<Remark>of();
        return new PaperEntry(line, fields, Source.Kind.CITATION, sourceKey, placements, warnings);
    }

    ListEntry listed(@Nullable String submissionId) {
        String label = title == null ? links.isEmpty() ? "" : links.getFirst().url() : title;
        var items = new ArrayList<ListItem>();
        for (Link link : links) {
            items.add(new ListItem(submissionId, null, items.isEmpty() ? citation : null, link));
        }
        return new ListEntry(
                label, citation, items.isEmpty() ? List.of(new ListItem(submissionId, null, citation, null)) : items);
    }

    private static List<Link> links(InlineText text) {
        var links = new ArrayList<Link>();
        for (Part part : text.links()) {
            String url = String.valueOf(part.url());
            if (!LinkLabels.isElsewhere(url)) {
                continue;
            }
            if (!LinkLabels.isWebAddress(url)) {
                throw new UnreadableRow(
                        "This entry links to %s, which is no http or https address.".formatted(Quote.of(url)));
            }
            String label = InlineText.tidy(part.text());
            boolean generic = LinkLabels.isGeneric(label) && !label.isEmpty() && !LinkLabels.isDated(label);
            var link = new Link(LinkLabels.rel(label, url), generic ? LinkLabels.shown(label) : null, url);
            if (links.stream().noneMatch(other -> other.url().equals(url))) {
                links.add(link);
            }
        }
        return List.copyOf(links);
    }

    /** The link whose text is a name. */
    private static @Nullable Part named(InlineText text) {
        return text.links().stream()
                .filter(part ->
                        !LinkLabels.isGeneric(part.text()) && LinkLabels.isElsewhere(String.valueOf(part.url())))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String titleInText(InlineText text) {
        for (Part part : text.parts()) {
            if (part.strong()
                    && part.url() == null
                    && part.text().strip().indexOf(' ') > 0
                    && !LinkLabels.isGeneric(part.text())) {
                return clean(part.text());
            }
        }
        var before = new StringBuilder();
        for (Part part : text.parts()) {
            if (part.url() != null && !before.toString().isBlank() && !isTag(before.toString())) {
                break;
            }
            before.append(part.url() == null ? part.text() : "");
        }
        String start = withoutTags(before.toString());
        var quoted = QUOTED.matcher(start.length() > 2_000 ? "" : start);
        String found = quoted.find() ? quoted.group(1) : firstSentence(start);
        return found.isEmpty() || LinkLabels.isGeneric(found) ? null : clean(found);
    }

    private static boolean isTag(String text) {
        return withoutTags(text).isEmpty();
    }

    private static String withoutTags(String text) {
        String rest = text;
        for (var tag = TAG.matcher(rest); tag.find(); tag = TAG.matcher(rest)) {
            rest = rest.substring(tag.end());
        }
        return SEPARATOR
                .matcher(BRACKETS.matcher(rest).replaceAll(" "))
                .replaceAll("")
                .replaceAll("[\\[(]\\s*$", "")
                .strip();
    }

    /** Up to where a venue and year, or names, begin. */
    private static String firstSentence(String text) {
        String[] parts = SENTENCE.split(text.length() > 2_000 ? text.substring(0, 2_000) : text, 2);
        String first = parts.length == 0 ? "" : parts[0];
        int comma = first.lastIndexOf(',');
        boolean dated = comma > 0 && Publication.of(first.substring(comma)).year() != null;
        return dated ? first.substring(0, comma) : first;
    }

    private static String clean(String title) {
        String bare = SEPARATOR.matcher(InlineText.tidy(title)).replaceAll("");
        String tidy = bare.endsWith(".") && !bare.endsWith("..") ? bare.substring(0, bare.length() - 1) : bare;
        return tidy.length() > 1 && tidy.startsWith("\"") && tidy.endsWith("\"")
                ? tidy.substring(1, tidy.length() - 1)
                : tidy;
    }

    /** What stands there besides the title and the links that only say what they lead to. */
    private static String rest(InlineText text, @Nullable Part named, @Nullable String title) {
        var rest = new StringBuilder();
        for (Part part : text.parts()) {
            boolean silent = part == named
                    || (part.url() != null && LinkLabels.isGeneric(part.text()) && !LinkLabels.isDated(part.text()));
            rest.append(silent ? " " : part.text());
        }
        String plain = InlineText.tidy(rest.toString());
        if (named == null && title != null) {
            int at = plain.indexOf(title);
            plain = at < 0 ? plain : plain.substring(0, at) + " " + plain.substring(at + title.length());
        }
        String closed = BRACKETS.matcher(plain).replaceAll(" ");
        return SEPARATOR
                .matcher(BRACKETS.matcher(closed)
                        .replaceAll(" ")
                        .replaceAll("\\s+", " ")
                        .replaceAll(" (?=[.,;])", ""))
                .replaceAll("")
                .strip();
    }

    /** A badge, what is emphasised, tags and sentences, in this order; names found on the way are the authors. */
    private static Publication publication(InlineText text, String rest, List<String> authors) {
        var found = Publication.UNKNOWN;
        for (String badge : text.badges()) {
            found = found.or(Publication.ofBadge(badge));
        }
        for (Part part : text.parts()) {
            if (part.emphasised() && part.url() == null && !part.text().isBlank()) {
                found = take(part.text(), true, found, authors);
            }
        }
        for (Part part : text.links()) {
            if (LinkLabels.isDated(part.text()) && part.text().strip().length() > 3) {
                found = found.or(Publication.of(part.text()));
            }
        }
        String said = rest.length() > 5_000 ? rest.substring(0, 5_000) : rest;
        for (String sentence : SENTENCE.split(said)) {
            found = take(sentence, false, found, authors);
        }
        return found;
    }

    private static Publication take(String text, boolean emphasised, Publication found, List<String> authors) {
        String plain =
                KEY.matcher(SEPARATOR.matcher(text.strip()).replaceAll("")).replaceFirst("");
        String byline = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        var names = authors.isEmpty() ? PersonNames.ofByline(byline) : List.<String>of();
        if (!names.isEmpty()) {
            authors.addAll(names);
            return found;
        }
        var leading = PersonNames.leading(byline);
        String last = byline;
        if (!leading.isEmpty()) {
            String lastName = leading.getLast();
            last = PersonNames.ET_AL
                    .matcher(byline.substring(byline.indexOf(lastName) + lastName.length()))
                    .replaceFirst("");
        }
        var publication = Publication.of(last);
        boolean dated = publication.year() != null && (publication.venue() == null || isShort(publication.venue()));
        if (!leading.isEmpty() && authors.isEmpty() && (dated || found.isKnown())) {
            authors.addAll(leading);
        }
        return dated || (emphasised && publication.venue() != null && isShort(publication.venue()))
                ? found.or(publication)
                : found;
    }

    /** A venue is some words; a sentence about the work is more. */
    private static boolean isShort(String venue) {
        return venue.length() <= 80 && venue.chars().filter(c -> c == ' ').count() <= 9;
    }
}
