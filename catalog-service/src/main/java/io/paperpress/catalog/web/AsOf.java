package io.paperpress.catalog.web;

import io.paperpress.common.web.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;

/** A time that somebody asks about. */
public final class AsOf {

    private AsOf() {}

    /** As in {@code 2026-11-22T08:15:30Z}. */
    public static Instant time(String asked) {
        try {
            return OffsetDateTime.parse(asked).toInstant();
        } catch (DateTimeException unreadable) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Bad Request",
                    "asOf is a time such as 2026-11-22T08:15:30Z.");
        }
    }
}
