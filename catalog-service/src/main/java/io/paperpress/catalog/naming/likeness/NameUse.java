package io.paperpress.catalog.naming.likeness;

import java.util.List;

/**
 * A name as papers show it.
 *
 * @param papers how many do
 * @param examples ids of some of them
 */
public record NameUse(String name, long papers, List<String> examples) {

    public NameUse {
        examples = List.copyOf(examples);
    }
}
