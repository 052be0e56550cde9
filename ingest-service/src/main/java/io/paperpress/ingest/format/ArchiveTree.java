package io.paperpress.ingest.format;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the names of an archive's files tell: where EfficientPaper trees stand in it, however deep, and which files are to
 * be read. Beside a tree stand pages that were made from it, and notes: neither is read as papers.
 */
final class ArchiveTree {

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final String META = "meta/";

    /** What the tool that keeps such trees looks for: no papers. */
    private static final String SEARCHES = "meta/search/";

    private final Set<String> names;
    private final Set<String> roots = new HashSet<>();

    ArchiveTree(Collection<String> names) {
        this.names = Set.copyOf(names);
        for (String name : names) {
            String root = rootOf(name);
            if (root != null) {
                roots.add(root);
            }
        }
    }

    /** What of the file is to be read: its format, {@code null} for nothing. */
    @Nullable
    String format(String name) {
        String format = FileFormats.ofName(name);
        String root = root(name);
        if (format == null || root == null) {
            return format;
        }
        String inner = name.substring(root.length());
        boolean entry =
                inner.startsWith(META) && !inner.startsWith(SEARCHES) && format.equals(PrototxtReader.CONTENT_TYPE);
        boolean beside = inner.indexOf('/') < 0 && !format.equals(FileFormats.MARKDOWN);
        return entry || beside ? format : null;
    }

    /** The call's options for one file: in a tree its path there, and what stands beside it. */
    ReadOptions options(ReadOptions call, String name) {
        String root = root(name);
        if (root == null || !name.startsWith(META, root.length())) {
            return call.of(null, ArchiveFiles.NONE);
        }
        String path = name.substring(root.length());
        return call.of(ReadOptions.isPath(path) ? path : null, beside -> names.contains(root + beside));
    }

    /** The nearest tree that the file stands in. */
    private @Nullable String root(String name) {
        for (int slash = name.lastIndexOf('/'); slash >= 0; slash = name.lastIndexOf('/', slash - 1)) {
            String root = name.substring(0, slash + 1);
            if (roots.contains(root)) {
                return root;
            }
        }
        return roots.contains("") ? "" : null;
    }

    /** The folder of {@code meta/<year>/<file>.prototxt}. */
    private static @Nullable String rootOf(String name) {
        var parts = List.of(name.split("/", -1));
        int last = parts.size() - 1;
        boolean entry = last >= 2
                && parts.get(last).endsWith(".prototxt")
                && YEAR.matcher(parts.get(last - 1)).matches()
                && parts.get(last - 2).equals("meta");
        return entry ? String.join("/", parts.subList(0, last - 2)) + (last == 2 ? "" : "/") : null;
    }
}
