package io.paperpress.render.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.springframework.http.MediaType;

/** Types of the files that a site has. */
final class ContentTypes {

    private static final Map<String, MediaType> TYPES = Map.of(
            "html", new MediaType(MediaType.TEXT_HTML, UTF_8),
            "md", new MediaType(MediaType.TEXT_MARKDOWN, UTF_8),
            "css", new MediaType("text", "css", UTF_8),
            "js", new MediaType("text", "javascript", UTF_8),
            "svg", new MediaType("image", "svg+xml", UTF_8),
            "txt", new MediaType(MediaType.TEXT_PLAIN, UTF_8),
            "xml", new MediaType(MediaType.APPLICATION_XML, UTF_8),
            "atom", new MediaType(MediaType.APPLICATION_ATOM_XML, UTF_8));

    private ContentTypes() {}

    static MediaType of(String fileName) {
        var extension = fileName.substring(fileName.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(extension, MediaType.APPLICATION_OCTET_STREAM);
    }
}
