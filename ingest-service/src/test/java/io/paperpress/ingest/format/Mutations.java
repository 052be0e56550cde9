package io.paperpress.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bodies as transfers, editors and ill will do; the same seed damages the same way. */
final class Mutations {

    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "\"",
            "@",
            "#",
            "=",
            ",",
            "(",
            ")",
            "[",
            "]",
            "|",
            "\\",
            "$",
            "<",
            ">",
            "-",
            "\n",
            "\r\n",
            "\n\n",
            " ",
            "\t",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "\u0301",
            "\uD83D\uDE00",
            "@article{k,\n",
            "@comment{",
            "@string{a = ",
            "crossref = {a},",
            "title = {",
            " and ",
            "author = ",
            "\\'{",
            "\\href{",
            "$$",
            "TY  - ",
            "ER  - \n",
            "AU  - ",
            "DO  - 10.1/",
            "{\"title\":",
            "null",
            "1e999",
            "\\u0000",
            "\\ud800",
            "\"year\": -1",
            "[[[[",
            "]]]]",
            "|---|---|",
            "[PDF](",
            "https://",
            "![Publish](",
            "<span data-tooltip=\"",
            "<!--",
            "```",
            "</style>",
            "paper {",
            "words: ",
            "PK\u0003\u0004",
            "../",
            "99999999999999999999",
            "%",
            "10.1145/",
            "arXiv:2205.14135");

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** @param other a body to take pieces of */
    byte[] of(byte[] body, byte[] other) {
        byte[] mutated = body;
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutated = once(mutated, other);
        }
        return mutated;
    }

    private byte[] once(byte[] body, byte[] other) {
        int at = random.nextInt(body.length + 1);
        int length = Math.min(body.length - at, 1 + random.nextInt(1 << random.nextInt(10)));
        return switch (random.nextInt(8)) {
            case 0 -> joined(body, at, at + length, new byte[0]);
            case 1 -> Arrays.copyOf(body, at);
            case 2 -> joined(body, at, at, Arrays.copyOfRange(body, at, at + length));
            case 3 -> joined(body, at, at, piece(other));
            case 4 -> changed(body, at);
            case 5 ->
                joined(body, at, at, token().repeat(1 + random.nextInt(50)).getBytes(StandardCharsets.UTF_8));
            default -> joined(body, at, at, token().getBytes(StandardCharsets.UTF_8));
        };
    }

    private String token() {
        return oneOf(TOKENS);
    }

    private byte[] piece(byte[] other) {
        int at = random.nextInt(other.length);
        return Arrays.copyOfRange(other, at, Math.min(other.length, at + 1 + random.nextInt(200)));
    }

    private byte[] changed(byte[] body, int at) {
        byte[] changed = body.clone();
        if (at < changed.length) {
            changed[at] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] joined(byte[] body, int start, int end, byte[] between) {
        var joined = new ByteArrayOutputStream(body.length + between.length);
        joined.write(body, 0, start);
        joined.writeBytes(between);
        joined.write(body, end, body.length - end);
        return joined.toByteArray();
    }
}
