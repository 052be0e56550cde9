package io.paperpress.render.model;

/**
 * An ordered set that has pages: the papers of a group, or the groups of a facet.
 *
 * @param kind segment of the facet, or {@value #INDEX}
 * @param slug of the group; for an index the segment of its facet
 */
public record Shelf(String kind, String slug) {

    public static final String INDEX = "index";

    public static Shelf of(Facet facet, String slug) {
        return new Shelf(facet.segment(), slug);
    }

    public static Shelf indexOf(Facet facet) {
        return new Shelf(INDEX, facet.segment());
    }

    public boolean isIndex() {
        return kind.equals(INDEX);
    }

    public Facet facet() {
        var segment = isIndex() ? slug : kind;
        for (var facet : Facet.values()) {
            if (facet.segment().equals(segment)) {
                return facet;
            }
        }
        throw new IllegalStateException("No facet has pages under /" + segment + "/");
    }
}
