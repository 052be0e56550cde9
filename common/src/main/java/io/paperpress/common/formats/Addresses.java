package io.paperpress.common.formats;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a paper is on the web, and under which names. */
final class Addresses {

    private Addresses() {}

    static Optional<String> identifier(PaperFields paper, String scheme) {
        return Identifiers.in(paper).stream()
                .filter(identifier -> identifier.scheme().equals(scheme))
                .map(Identifier::value)
                .findFirst();
    }

    /**
     * The addresses of its links, and those of identifiers that have no field of their own in common formats and stand
     * in no link.
     */
    static List<String> of(PaperFields paper) {
        var links = paper.links().stream()
                .filter(link -> link.rel().equals(Link.PAPER) && isWeb(link.url()))
                .map(link -> link.url().strip())
                .toList();
        Set<Identifier> linked = new LinkedHashSet<>();
        links.forEach(url -> Identifiers.recognise(url).ifPresent(linked::add));
        return Stream.concat(
                        links.stream(),
                        Identifiers.in(paper).stream()
                                .filter(identifier -> !linked.contains(identifier))
                                .flatMap(identifier -> page(identifier).stream()))
                .distinct()
                .toList();
    }

    private static Optional<String> page(Identifier identifier) {
        return switch (identifier.scheme()) {
            case Identifiers.OPENREVIEW -> Optional.of("https://openreview.net/forum?id=" + identifier.value());
            case Identifiers.ACL -> Optional.of("https://aclanthology.org/" + identifier.value() + "/");
            default -> Optional.empty();
        };
    }

    private static boolean isWeb(String url) {
        return url.strip().matches("(?i)https?://\\S+");
    }
}
