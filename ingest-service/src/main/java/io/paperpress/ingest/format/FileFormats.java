package io.paperpress.ingest.format;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What files of archives are written in, by their names. */
final class FileFormats {

    static final String MARKDOWN = "text/markdown";

    /** Told by the content: submissions or CSL in JSON; links in plain text. */
    static final String BY_CONTENT = "application/octet-stream";

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("json", BY_CONTENT),
            Map.entry("txt", BY_CONTENT),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("jsonl", "application/x-ndjson"),
            Map.entry("bib", "application/x-bibtex"),
            Map.entry("bibtex", "application/x-bibtex"),
            Map.entry("ris", "application/x-research-info-systems"),
            Map.entry("prototxt", PrototxtReader.CONTENT_TYPE),
            Map.entry("md", MARKDOWN),
            Map.entry("markdown", MARKDOWN));

    private static final Set<String> ARCHIVES = Set.of(
            "zip", "jar", "tar", "gz", "tgz", "bz2", "tbz", "xz", "txz", "zst", "lz", "lzma", "7z", "rar", "cab",
            "iso");

    private FileFormats() {}

    /** @return {@code null} for a kind that is not read */
    static @Nullable String ofName(String name) {
        return FORMATS.get(extension(name));
    }

    static boolean isJson(String name) {
        return extension(name).equals("json");
    }

    /** The kinds that are read, for a message. */
    static String shown() {
        return FORMATS.keySet().stream()
                .sorted()
                .map(extension -> "." + extension)
                .collect(Collectors.joining(", "));
    }

    static boolean isArchive(String name) {
        return ARCHIVES.contains(extension(name));
    }

    private static String extension(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
