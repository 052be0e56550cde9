package io.paperpress.ingest.format;

/** What stands beside an entry in its archive. */
@FunctionalInterface
interface ArchiveFiles {

    /** An entry that came alone. */
    ArchiveFiles NONE = path -> false;

    /** @param path from the root of the tree, such as {@code notes/2025/FlexPrefill/note.md} */
    boolean hold(String path);
}
