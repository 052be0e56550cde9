package io.paperpress.common.identity;

import java.security.SecureRandom;

/** Ids of calls, submissions and changes, which cannot be guessed: 128 random bits as 26 characters of Crockford's base 32, in lower case. */
public final class RandomIds {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds() {}

    public static String next() {
        byte[] random = new byte[LENGTH];
        RANDOM.nextBytes(random);
        var id = new StringBuilder(LENGTH);
        for (byte b : random) {
            id.append(ALPHABET[b & 31]);
        }
        return id.toString();
    }
}
