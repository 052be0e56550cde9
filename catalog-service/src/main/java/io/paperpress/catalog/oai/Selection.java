package io.paperpress.catalog.oai;

import static io.paperpress.catalog.oai.OaiError.Code.badArgument;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for.
 *
 * @param from the first moment, {@code null} for the first of all
 * @param before the first moment that is too late
 */
record Selection(
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable String set) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern SET = Pattern.compile("[A-Za-z0-9\\-_.!~*'()]+(:[A-Za-z0-9\\-_.!~*'()]+)*");

    static Selection of(@Nullable String from, @Nullable String until, @Nullable String set) {
        if (from != null && until != null && from.length() != until.length()) {
            throw new OaiError(badArgument, "from and until must be of one granularity.");
        }
        Instant first = from == null ? null : time("from", from);
        Instant before = until == null ? null : next(until, time("until", until));
        if (first != null && before != null && !first.isBefore(before)) {
            throw new OaiError(badArgument, "from must not be later than until.");
        }
        if (set != null && !SET.matcher(set).matches()) {
            throw new OaiError(badArgument, "set is not a setSpec.");
        }
        return new Selection(first, before, set);
    }

    private static Instant time(String name, String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (SECOND.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException none) {
            // answered below
        }
        throw new OaiError(badArgument, name + " must be YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.");
    }

    /** Until the end of that second or day. */
    private static Instant next(String text, Instant until) {
        return DAY.matcher(text).matches() ? until.plus(1, ChronoUnit.DAYS) : until.plusSeconds(1);
    }
}
