package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads an archive of files of the other formats: an EfficientPaper tree, or any mix. It is spooled to disk, because the
 * list of its names, at its end, is needed before its first entry: a paper's cover is where the archive has it.
 */
public final class ZipReader implements SubmissionReader {

    public static final String CONTENT_TYPE = "application/zip";

    /** Begins a record of the directory; no directory has more records than this has places in the file. */
    private static final int RECORD = 0x504B0102;

    private final ReaderRegistry readers;
    private final ZipLimits limits;
    private final Path directory;

    /**
     * @param readers of the files
     * @param directory where bodies are spooled
     */
    public ZipReader(ReaderRegistry readers, ZipLimits limits, Path directory) {
        this.readers = readers;
        this.limits = limits;
        this.directory = directory;
    }

    @Override
    public List<String> contentTypes() {
        return List.of(CONTENT_TYPE, "application/x-zip-compressed");
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        try (var spooled = SpooledBody.of(body, directory)) {
            if (spooled.channel().size() == 0) {
                return;
            }
            if (spooled.count(RECORD, limits.files()) > limits.files()) {
                throw new UnreadableBody("This archive holds more than the %,d files that are read. Divide it."
                        .formatted(limits.files()));
            }
            try (var zip = open(spooled)) {
                new ZipContents(zip, readers, limits, options).read(sink);
            }
        }
    }

    private static ZipFile open(SpooledBody spooled) throws IOException {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(spooled.channel())
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnreadableBody(
                    "This is no zip archive, or it is damaged or broken off: its directory cannot be read.");
        }
    }
}
