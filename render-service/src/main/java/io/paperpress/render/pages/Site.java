package io.paperpress.render.pages;

import io.paperpress.common.events.Link;
import io.paperpress.render.model.Facet;
import io.paperpress.render.model.Keywords;
import io.paperpress.render.model.PaperCard;
import io.paperpress.render.model.Ref;
import io.paperpress.render.model.Slugs;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What every template needs: the site's name and assets, addresses, and words for values. */
public final class Site {

    private final String name;
    private final Assets assets;
    private final Keywords keywords;

    Site(String name, Assets assets, Keywords keywords) {
        this.name = name;
        this.assets = assets;
        this.keywords = keywords;
    }

    /** The same with other words for keywords. */
    Site with(Keywords other) {
        return new Site(name, assets, other);
    }

    public String name() {
        return name;
    }

    public String stylesheet() {
        return assets.stylesheet().path();
    }

    public String script() {
        return assets.script().path();
    }

    public String paper(PaperCard card) {
        return new Page.OfPaper(card.paperId()).path();
    }

    public String group(Facet facet, Ref group) {
        return "/" + facet.segment() + "/" + group.slug() + "/";
    }

    public String index(Facet facet) {
        return "/" + facet.segment() + "/";
    }

    public String list(String slug) {
        return new Page.OfList(slug).path();
    }

    /** A group's name as people read it. */
    public String label(Facet facet, Ref group) {
        return facet == Facet.KEYWORD ? keywords.label(group.name()) : group.name();
    }

    /** The stylesheet of colours, which change while pages stay as they are. */
    public String venueColours() {
        return new Page.VenueColours().path();
    }

    /** Classes of a venue's chip; its colour, where it has one, stands in {@link #venueColours()}. */
    public String chip(Ref venue) {
        return "chip " + Stylesheet.venueClass(venue.name());
    }

    /** Text of a link in a line of links. */
    public String linkText(Link link) {
        var label = link.label() == null ? "" : link.label().strip();
        return switch (link.rel()) {
            case Link.PAPER -> label.isEmpty() ? paperText(link.url()) : label;
            case Link.CODE -> "code";
            case Link.NOTE -> "note";
            default -> label.isEmpty() ? "website" : label;
        };
    }

    /** Links worth a place in a paper's third line: one for each text. */
    public List<Link> links(PaperCard card) {
        var seen = new HashSet<String>();
        return card.links().stream().filter(link -> seen.add(linkText(link))).toList();
    }

    /** {@code 1 paper}, {@code 2,345 papers}. */
    public String count(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String paperText(String url) {
        return url.contains("arxiv.org") ? "arXiv" : url.endsWith(".pdf") ? "PDF" : "paper";
    }

    /** The anchor of a heading. */
    public String anchor(String heading) {
        return Slugs.of(heading);
    }
}
