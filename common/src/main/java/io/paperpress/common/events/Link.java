package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A labelled address.
 *
 * @param rel {@code paper}, {@code code}, {@code note} or {@code website}
 * @param label text of the link, such as "PDF"; for code its type, such as "Pytorch"
 * @param url http(s) address; for notes also a path in the archive; empty where the list gives none
 */
public record Link(String rel, @Nullable String label, String url) {

    public static final String PAPER = "paper";
    public static final String CODE = "code";
    public static final String NOTE = "note";
    public static final String WEBSITE = "website";

    public Link {
        requireNonNull(rel, "rel");
        requireNonNull(url, "url");
    }
}
