package io.paperpress.catalog.paper;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses as people paste them. */
final class WebAddress {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern ARXIV_PDF = Pattern.compile("(?i)^(https?://(?:\\w+\\.)?arxiv\\.org/+pdf/.*)\\.pdf$");
    /** Browsers encode these behind the host themselves, so lists are full of them; {@link URI} refuses them. */
    private static final Pattern TOLERATED = Pattern.compile("[|\\[\\]{}^`]");

    private static final Pattern HOST = Pattern.compile("^[A-Za-z]+://[^/?#]*");

    private WebAddress() {}

    /** Without the white space around it, and arXiv's PDF addresses without the ending they do not need. */
    static String repaired(String url) {
        return ARXIV_PDF.matcher(url.strip()).replaceFirst("$1");
    }

    /** Whether a browser could follow it over http or https. */
    static boolean isWeb(String url) {
        try {
            var uri = new URI(encoded(url.strip()));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getRawAuthority() != null
                    && !uri.getRawAuthority().isEmpty();
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static String encoded(String url) {
        var host = HOST.matcher(url);
        int end = host.find() ? host.end() : 0;
        return url.substring(0, end) + TOLERATED.matcher(url.substring(end)).replaceAll("_");
    }

    /** Whether it is a path in an archive rather than an address. */
    static boolean isPath(String url) {
        String text = url.strip();
        return !SCHEME.matcher(text).find() && !text.startsWith("//");
    }
}
