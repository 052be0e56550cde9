package io.paperpress.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The escapes of a string of protobuf text format. They name bytes, of which UTF-8 is made: Python writes {@code é} as
 * {@code \303\251}.
 */
final class ProtoEscapes {

    private static final String NAMED = "abfnrtv\\'\"?";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000B\\'\"?";

    private final String text;
    private final int line;
    private final int column;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    private ProtoEscapes(String text, int line, int column) {
        this.text = text;
        this.line = line;
        this.column = column;
    }

    /** @throws UnreadableAt where an escape means nothing, or no text comes of them */
    static String unescaped(String text, int line, int column) {
        return new ProtoEscapes(text, line, column).read();
    }

    private String read() {
        while (at < text.length()) {
            if (text.charAt(at) == '\\') {
                escape();
            } else {
                int next = text.indexOf('\\', at);
                String plain = text.substring(at, next < 0 ? text.length() : next);
                bytes.writeBytes(plain.getBytes(StandardCharsets.UTF_8));
                at += plain.length();
            }
        }
        byte[] meant = bytes.toByteArray();
        for (byte one : meant) {
            if (one == 0) {
                throw fault(0, "this string holds U+0000, which is no text.");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(meant))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw fault(0, "the bytes of this string are not valid UTF-8.");
        }
    }

    private void escape() {
        int start = at++;
        char kind = at < text.length() ? text.charAt(at) : ' ';
        int named = NAMED.indexOf(kind);
        if (named >= 0) {
            at++;
            bytes.write(MEANT.charAt(named));
        } else if (Character.digit(kind, 8) >= 0 && kind < 128) {
            bytes.write(number(start, 8, 1, 3));
        } else if (kind == 'x' || kind == 'X') {
            at++;
            bytes.write(number(start, 16, 1, 2));
        } else if (kind == 'u' || kind == 'U') {
            at++;
            int digits = kind == 'u' ? 4 : 8;
            codePoint(start, number(start, 16, digits, digits));
        } else {
            throw fault(start, "this escape means nothing.");
        }
    }

    private void codePoint(int start, int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (!Character.isValidCodePoint(point) || surrogate) {
            throw fault(start, "this escape names no character.");
        }
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }

    private int number(int start, int radix, int least, int most) {
        long value = 0;
        int digits = 0;
        while (digits < most
                && at < text.length()
                && text.charAt(at) < 128
                && Character.digit(text.charAt(at), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(at++), radix);
            digits++;
        }
        if (digits < least) {
            throw fault(start, "this escape lacks digits.");
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private UnreadableAt fault(int index, String message) {
        return new UnreadableAt(line, column + text.codePointCount(0, index), message);
    }
}
