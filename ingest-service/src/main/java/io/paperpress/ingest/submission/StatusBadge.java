package io.paperpress.ingest.submission;

import org.springframework.web.util.HtmlUtils;

/** The status of a submission as a small picture, for a page or a repository that links to it. */
final class StatusBadge {

    private static final int CHARACTER = 7;
    private static final int MARGIN = 12;

    private StatusBadge() {}

    /** White text on every colour has a contrast of 4.5 to 1 at least. */
    private static String colour(String status) {
        return switch (status) {
            case Status.ACCEPTED, Status.UPDATED, Status.INDEXED -> "#0969da";
            case Status.PUBLISHED -> "#1a7f37";
            case Status.DUPLICATE -> "#8250df";
            case Status.IN_REVIEW -> "#9a6700";
            case Status.REJECTED -> "#cf222e";
            default -> "#57606a";
        };
    }

    /** @param kind as in the submission: {@code paper}, {@code list} … */
    static String svg(String kind, String status) {
        String label = HtmlUtils.htmlEscape(kind);
        String text = HtmlUtils.htmlEscape(status.equals(Status.IN_REVIEW) ? "in review" : status);
        int left = kind.length() * CHARACTER + MARGIN;
        int right = text.length() * CHARACTER + MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-labelledby="t">
                <title id="t">%2$s: %3$s</title>
                <rect width="%1$d" height="20" rx="3" fill="%4$s"/>
                <path d="M3 0h%5$dv20h-%5$da3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3z" fill="#24292f"/>
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle" aria-hidden="true">
                <text x="%6$s" y="14" textLength="%7$d">%2$s</text>
                <text x="%8$s" y="14" textLength="%9$d">%3$s</text>
                </g>
                </svg>
                """.formatted(
                        left + right,
                        label,
                        text,
                        colour(status),
                        left - 3,
                        left / 2.0,
                        left - MARGIN,
                        left + right / 2.0,
                        right - MARGIN);
    }
}
