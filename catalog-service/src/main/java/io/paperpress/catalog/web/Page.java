package io.paperpress.catalog.web;

import io.paperpress.common.web.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Sizes and cursors of paged answers; what a cursor holds is nobody's business but ours. */
public final class Page {

    private static final int LARGEST = 1_000;

    private Page() {}

    public static int size(int asked) {
        if (asked < 1 || asked > LARGEST) {
            throw bad("size must lie between 1 and " + LARGEST + ".");
        }
        return asked;
    }

    static String cursor(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    /** Where a page begins; empty for the first. */
    public static String after(@Nullable String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor == null ? "" : cursor);
            String last = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (last.matches("[0-9a-z]*")) {
                return last;
            }
        } catch (IllegalArgumentException | CharacterCodingException foreign) {
            // answered below
        }
        throw bad("after must be a cursor as this address gave it.");
    }

    /** The cursor of the next page; {@code null} where this is the last. */
    public static <T> @Nullable String next(List<T> more, int size, java.util.function.Function<T, String> id) {
        return more.size() > size ? cursor(id.apply(more.get(size - 1))) : null;
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", detail);
    }
}
