package io.paperpress.common.identity;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Recognises the identifiers of papers in whatever form people write them. */
public final class Identifiers {

    public static final String ARXIV = "arxiv";
    public static final String DOI = "doi";
    public static final String OPENREVIEW = "openreview";
    public static final String ACL = "acl";
    public static final String USENIX = "usenix";
    public static final String PATH = "path";

    /** Schemes of which one value names one work, the most telling first. */
    private static final List<String> STRONG = List.of(ARXIV, DOI, OPENREVIEW, ACL, USENIX, PATH);

    /** Bounded, as every loop over a group here: Java's matcher takes a part of the stack for each turn. */
    private static final String WEB = "(?i)^(?:https?://)?(?:[a-z0-9-]+\\.){0,9}";

    private static final String ARXIV_ID = "(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})(?:v\\d+)?";
    private static final String DOI_NAME = "(10\\.\\d{4,9}/[^\\s?#]+)";

    private record Form(String scheme, Pattern pattern, Function<MatchResult, String> value) {}

    private static final List<Form> FORMS = List.of(
            form(ARXIV, "(?i)^10\\.48550/arxiv\\." + ARXIV_ID + "$"),
            form(ARXIV, WEB + "doi\\.org/10\\.48550/arxiv\\." + ARXIV_ID + "/?$"),
            form(ARXIV, WEB + "(?:arxiv|alphaxiv)\\.org/+[a-z-]+/+" + ARXIV_ID + "(?:\\.pdf)?/?(?:[?#].*)?$"),
            form(ARXIV, WEB + "huggingface\\.co/papers/" + ARXIV_ID + "/?(?:[?#].*)?$"),
            form(ARXIV, "(?i)^(?:arxiv\\s*:\\s*)?" + ARXIV_ID + "(?:\\s*\\[[\\w.-]+])?$"),
            form(DOI, WEB + "doi\\.org/+" + DOI_NAME),
            form(DOI, WEB + "[a-z-]+\\.[a-z]+/(?:[a-z-]+/){0,9}?" + DOI_NAME),
            form(DOI, "(?i)^(?:doi\\s*:\\s*)?" + DOI_NAME + "$"),
            form(OPENREVIEW, WEB + "openreview\\.net/\\w+/?\\?(?:[^#]*&)?id=([\\w-]+)"),
            form(OPENREVIEW, "^openreview:([\\w-]+)$"),
            form(
                    ACL,
                    WEB
                            + "(?:aclanthology\\.org|aclweb\\.org/anthology)/(?:papers/\\w/\\w+/)?([A-Z]\\d{2}-\\d{4,5}|\\d{4}\\.[\\w]+-[\\w]+\\.\\d+)(?:\\.pdf)?/?(?:[?#].*)?$"),
            form(ACL, "(?i)^acl:([\\w.-]+)$"),
            form(USENIX, WEB + "usenix\\.org/system/files/(?:conference/\\w+/)?([a-z]+\\d+-[\\w-]+?)(?:_\\d+)?\\.pdf"),
            new Form(
                    USENIX,
                    Pattern.compile(
                            WEB + "usenix\\.org/conference/(\\w+)/(?:technical-sessions/)?presentation/([\\w-]+)"),
                    match -> match.group(1) + "-" + match.group(2)),
            form(USENIX, "(?i)^usenix:([\\w-]+)$"),
            form(PATH, "^(?:path:|\\./)?(meta/[^\\s]+\\.prototxt)$"));

    private Identifiers() {}

    private static Form form(String scheme, String pattern) {
        return new Form(scheme, Pattern.compile(pattern), match -> match.group(1));
    }

    /**
     * Reads one identifier out of an address, a prefixed or a bare form.
     *
     * @return empty where the text names no work by a known scheme
     */
    public static Optional<Identifier> recognise(String urlOrId) {
        String text = urlOrId.strip();
        for (Form form : FORMS) {
            var matcher = form.pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(new Identifier(form.scheme, normal(form.scheme, form.value.apply(matcher))));
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the value of a field that names its scheme, such as {@code "arxiv": "https://arxiv.org/abs/2502.20766v2"}.
     *
     * @return the value as given under the scheme where that scheme has no known form
     */
    public static Identifier of(String scheme, String value) {
        String name = scheme.strip().toLowerCase(Locale.ROOT);
        String text = value.strip();
        return recognise(text)
                .or(() -> recognise(name + ":" + text))
                .filter(found -> found.scheme().equals(name) || (found.scheme().equals(ARXIV) && name.equals(DOI)))
                .orElseGet(() -> new Identifier(name, normal(name, text)));
    }

    /** Every identifier a submission carries: those given, those its paper links hold, and its path; without repeats. */
    public static Set<Identifier> in(PaperFields paper) {
        var found = new LinkedHashSet<Identifier>();
        paper.identifiers().forEach(given -> found.add(of(given.scheme(), given.value())));
        paper.links().stream()
                .filter(link -> link.rel().equals(Link.PAPER))
                .forEach(link -> recognise(link.url()).ifPresent(found::add));
        if (paper.path() != null) {
            found.add(new Identifier(PATH, paper.path()));
        }
        return found;
    }

    /** Whether one value of the scheme names one work: an ISBN or a repository does not. */
    public static boolean isStrong(Identifier identifier) {
        return STRONG.contains(identifier.scheme());
    }

    /** The most telling of the strong identifiers; the same whatever their order. */
    public static Optional<Identifier> strongest(Collection<Identifier> identifiers) {
        return identifiers.stream()
                .filter(Identifiers::isStrong)
                .min(Comparator.<Identifier>comparingInt(id -> STRONG.indexOf(id.scheme()))
                        .thenComparing(Identifier::value));
    }

    private static String normal(String scheme, String value) {
        return switch (scheme) {
            case ARXIV -> value.toLowerCase(Locale.ROOT).replaceFirst("v\\d+$", "");
            case DOI ->
                value.toLowerCase(Locale.ROOT)
                        .replaceFirst("(?:\\.pdf|/(?:pdf|full|abstract))$", "")
                        .replaceFirst("[.,;)\\]]+$", "");
            default -> value;
        };
    }
}
