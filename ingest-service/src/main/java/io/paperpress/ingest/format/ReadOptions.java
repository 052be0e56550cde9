package io.paperpress.ingest.format;

import io.paperpress.common.events.Placement;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the call says beside its body.
 *
 * @param list slug of the list that the entries go on, or that a reading-list page becomes
 * @param section titles, outer first
 * @param path file of the one entry in an EfficientPaper tree
 * @param files the archive that the entry stands in
 */
public record ReadOptions(
        @Nullable String list,
        List<String> section,
        @Nullable String path,
        ArchiveFiles files) {

    public static final ReadOptions NONE = new ReadOptions(null, List.of());

    private static final int LONGEST_PATH = 300;
    private static final Pattern PATH = Pattern.compile("[^\\\\\\p{Cntrl}]+\\.prototxt");

    public ReadOptions {
        section = List.copyOf(section);
    }

    public ReadOptions(@Nullable String list, List<String> section) {
        this(list, section, null);
    }

    public ReadOptions(@Nullable String list, List<String> section, @Nullable String path) {
        this(list, section, path, ArchiveFiles.NONE);
    }

    /** Whether it is a file's path inside a tree: relative, without steps up, ending in {@code .prototxt}. */
    public static boolean isPath(String path) {
        return path.length() <= LONGEST_PATH
                && PATH.matcher(path).matches()
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
    }

    /** Where the call places every entry: one place, or none. */
    List<Placement> placements() {
        return list == null ? List.of() : List.of(new Placement(list, section, null));
    }

    /** The same for one file of an archive. */
    ReadOptions of(@Nullable String file, ArchiveFiles beside) {
        return new ReadOptions(list, section, file, beside);
    }

    ReadOptions withoutList() {
        return new ReadOptions(null, List.of(), path, files);
    }
}
