package io.paperpress.catalog.oai;

import static io.paperpress.catalog.oai.OaiError.Code.badResumptionToken;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, for whichever instance is asked, today or in a year: it holds everything that is needed, and ends
 * only with the log whose numbers it uses.
 *
 * @param log name of that log
 * @param after the change that was answered last
 * @param cursor records that were answered so far
 */
record ResumptionToken(String log, String verb, Selection selection, long after, long cursor) {

    private static final String VERSION = "1";

    String text() {
        String joined = String.join(
                "|",
                List.of(
                        VERSION,
                        log,
                        verb,
                        time(selection.from()),
                        time(selection.before()),
                        selection.set() == null ? "" : selection.set(),
                        Long.toString(after),
                        Long.toString(cursor)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    static ResumptionToken of(String text, String verb, String log, long newest) {
        var token = parsed(text);
        if (token == null || !token.verb().equals(verb) || token.after() > newest) {
            throw new OaiError(badResumptionToken, "This token was not given for such a request.");
        }
        if (!token.log().equals(log)) {
            throw new OaiError(
                    badResumptionToken,
                    "This token was given before the catalogue was restored: begin the list again.");
        }
        return token;
    }

    private static @Nullable ResumptionToken parsed(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length != 8 || !parts[0].equals(VERSION)) {
                return null;
            }
            var selection = new Selection(time(parts[3]), time(parts[4]), parts[5].isEmpty() ? null : parts[5]);
            long after = Long.parseLong(parts[6]);
            long cursor = Long.parseLong(parts[7]);
            return after < 0 || cursor < 0 ? null : new ResumptionToken(parts[1], parts[2], selection, after, cursor);
        } catch (IllegalArgumentException | DateTimeException foreign) {
            return null;
        }
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    private static @Nullable Instant time(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
