package io.paperpress.catalog.export;

import io.paperpress.catalog.export.Export.End;
import io.paperpress.catalog.export.Export.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an export, checked as they are read: an export that lost or changed a byte does not come to its end. */
final class ExportLines {

    /** Above the largest state that the catalogue keeps; a longer line is none of ours. */
    private static final int LONGEST = 64 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A row of a table, as JSON. */
    record Row(String table, String json) {}

    private final InputStream from;
    private final MessageDigest digest = Export.sha256();
    private final Map<String, Long> counted = new LinkedHashMap<>();
    private long line;

    ExportLines(InputStream from) {
        this.from = new BufferedInputStream(from, 1 << 16);
    }

    /** The number of the line that was read last, from 1. */
    long line() {
        return line;
    }

    Map<String, Long> counted() {
        return counted;
    }

    Header header() throws IOException {
        String text = next();
        digest(text);
        var header = parsed(text, Header.class);
        if (header == null || !"paperpress".equals(header.export())) {
            throw damaged("This is no export: its first line is not the header of one.");
        }
        return header;
    }

    /** @return {@code null} after the last row, once the end line has proved that nothing is missing */
    @Nullable
    Row row() throws IOException {
        String text = next();
        if (text.startsWith("{\"end\":")) {
            prove(text);
            return null;
        }
        int name = text.indexOf("\",\"row\":");
        if (!text.startsWith("{\"table\":\"") || name < 0 || !text.endsWith("}")) {
            throw damaged("This line is neither a row nor the end.");
        }
        digest(text);
        String table = text.substring("{\"table\":\"".length(), name);
        counted.merge(table, 1L, Long::sum);
        return new Row(table, text.substring(name + "\",\"row\":".length(), text.length() - 1));
    }

    private void prove(String text) throws IOException {
        var end = parsed(text, End.class);
        if (end == null || end.rows() == null || end.sha256() == null) {
            throw damaged("The end line cannot be read.");
        }
        end.rows().forEach((table, rows) -> {
            if (counted.getOrDefault(table, 0L) != rows.longValue()) {
                throw damaged("Of table %s it holds %d rows, and should hold %d."
                        .formatted(table, counted.getOrDefault(table, 0L), rows));
            }
        });
        if (!HexFormat.of().formatHex(digest.digest()).equals(end.sha256())) {
            throw damaged("Its checksum is not that of its lines: something was changed on the way.");
        }
        if (from.read() >= 0) {
            throw damaged("Something follows the end line.");
        }
    }

    private void digest(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    private String next() throws IOException {
        line++;
        var bytes = new ByteArrayOutputStream(512);
        int read;
        while ((read = from.read()) >= 0 && read != '\n') {
            bytes.write(read);
            if (bytes.size() > LONGEST) {
                throw damaged("This line is longer than any of an export.");
            }
        }
        if (read < 0) {
            throw damaged("The export is cut off: it has no end line.");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private <T> @Nullable T parsed(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private DamagedExport damaged(String why) {
        return new DamagedExport(line, why);
    }
}
