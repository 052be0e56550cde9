package io.paperpress.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * The names of an archive's entries. No file is ever made of one; still a name that would lead elsewhere is a sign of an
 * attack or of a broken tool, and its entry is not read.
 */
final class ZipNames {

    private static final int LONGEST = 300;
    private static final Set<String> JUNK = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private ZipNames() {}

    /** As it stands there, without the {@code ./} that some tools put before it; the library turns backslashes round. */
    static String of(ZipArchiveEntry entry) {
        String name = entry.getName();
        byte[] bytes = entry.getRawName();
        if (bytes != null && name.indexOf('\\') < 0) {
            String raw = new String(bytes, StandardCharsets.ISO_8859_1);
            name = raw.indexOf('\\') < 0 ? name : raw;
        }
        while (name.startsWith("./")) {
            name = name.substring(2);
        }
        return name;
    }

    /** Why no entry of that name is read; {@code null} where one may be. */
    static @Nullable String fault(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(ZipNames::isNoText)) {
            return "its name is empty, longer than %d characters, or no text".formatted(LONGEST);
        }
        if (name.indexOf('\\') >= 0) {
            return "a backslash stands in its name, where / divides folders";
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            return "its name is an absolute path";
        }
        return parts(name).contains("..") ? "its name leads out of the archive (..)" : null;
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || character == 0xFFFD;
    }

    /** What tools leave behind, and what is hidden: nothing that anybody sent on purpose. */
    static boolean isJunk(String name) {
        return parts(name).stream().anyMatch(part -> JUNK.contains(part) || part.startsWith("."));
    }

    /** The name in an answer. */
    static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "\uFFFD");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }

    private static List<String> parts(String name) {
        return List.of(name.split("/", -1));
    }
}
