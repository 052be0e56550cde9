package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads BibTeX and biblatex, an entry at a time; one that cannot be read costs no other. */
public final class BibtexReader implements SubmissionReader {

    /** How many entries of the longest kind may wait for the volume that their crossref names. */
    private static final int WAITING = 20;

    private final int maxEntryLength;

    public BibtexReader(int maxEntryLength) {
        this.maxEntryLength = maxEntryLength;
    }

    @Override
    public List<String> contentTypes() {
        return List.of("application/x-bibtex");
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        var blocks = new BibtexBlocks(body, maxEntryLength);
        var strings = new BibtexStrings();
        var crossrefs = new BibtexCrossrefs(
                WAITING * maxEntryLength, (entry, volume) -> sink.paper(BibtexPaper.read(entry, volume, options)));
        boolean isBibtex = false;
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            isBibtex |= !block.type().isEmpty() || block.fault() != null;
            block(block, strings, crossrefs, sink);
        }
        crossrefs.end();
        if (!isBibtex && blocks.holdsText()) {
            throw new UnreadableBody(
                    "This body holds no BibTeX entry: each begins with its type, as in @article{key, …}.");
        }
    }

    private void block(BibtexBlock block, BibtexStrings strings, BibtexCrossrefs crossrefs, EntrySink sink) {
        var fault = block.fault();
        var after = block.after();
        if (fault != null) {
            sink.refused(new Refusal(fault.line(), null, fault.message()));
            return;
        }
        try {
            switch (block.type()) {
                case "", "comment", "preamble" -> {}
                case "string" -> BibtexParser.string(block, strings, maxEntryLength);
                default -> crossrefs.add(BibtexParser.entry(block, strings, maxEntryLength));
            }
            if (after != null) {
                sink.refused(new Refusal(after.line(), null, after.message()));
            }
        } catch (UnreadableEntry unreadable) {
            sink.refused(new Refusal(unreadable.line(), null, unreadable.getMessage()));
        }
    }
}
