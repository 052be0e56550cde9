package io.paperpress.common.web;

import java.util.List;

/**
 * What may be called without a token beside reading.
 *
 * @param posts patterns of paths to which anybody may post; a token that is sent all the same must be valid
 */
public record OpenRoutes(List<String> posts) {

    public OpenRoutes {
        posts = List.copyOf(posts);
    }
}
