package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

/**
 * A name that a registry gave to a work.
 *
 * @param scheme {@code arxiv}, {@code doi}, {@code openreview}, {@code acl}, {@code usenix}, {@code path} …
 * @param value normalised by the scheme's rules: an arXiv id without version, a DOI in lower case
 */
public record Identifier(String scheme, String value) {

    public Identifier {
        requireNonNull(scheme, "scheme");
        requireNonNull(value, "value");
    }

    /** {@code scheme:value}, as in {@code arxiv:2502.20766}. */
    @Override
    public String toString() {
        return scheme + ":" + value;
    }
}
