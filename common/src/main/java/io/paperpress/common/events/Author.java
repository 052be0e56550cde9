package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One name of a byline.
 *
 * @param name as printed
 * @param orcid sixteen digits in four groups, where known
 */
public record Author(String name, @Nullable String orcid) {

    public Author {
        requireNonNull(name, "name");
    }

    /** An author of whom only the name is known. */
    public static Author named(String name) {
        return new Author(name, null);
    }
}
