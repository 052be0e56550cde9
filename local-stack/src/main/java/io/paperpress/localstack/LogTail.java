package io.paperpress.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines of a log without stack frames, for the message that a server did not start. */
final class LogTail {

    private static final int LINES = 15;
    private static final int BYTES = 65_536;
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ )");

    private LogTail() {}

    static String of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(BYTES, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return "    " + String.join("\n    ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "    (nothing was logged)";
        }
    }
}
