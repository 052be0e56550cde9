package io.paperpress.catalog.identity;

/** Papers of which a person said that they are two works. */
@FunctionalInterface
public interface DistinctPairs {

    /** In either order. */
    boolean contains(String paperId, String otherPaperId);
}
