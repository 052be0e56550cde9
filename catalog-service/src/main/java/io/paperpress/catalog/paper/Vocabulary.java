package io.paperpress.catalog.paper;

import io.paperpress.common.events.NameKind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The words the catalogue knows; loaded from its database, where they can change while it runs. */
public final class Vocabulary {

    /**
     * Part of the long names of a venue.
     *
     * @param phrase as in "Advances in Neural Information Processing Systems 37 (2024)", whatever the case
     * @param venue short name, such as "NeurIPS"
     */
    public record VenueAlias(String phrase, String venue) {}

    private static final Pattern WORKSHOP = Pattern.compile("(?i)\\bworkshops?\\b");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{L}]+(?=[^\\p{L}])");

    private final Set<String> keywords;
    private final TreeMap<String, String> venues = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<VenueAlias> phrases;
    private final Aliases aliases;

    public Vocabulary(Collection<String> keywords, Collection<String> venues, List<VenueAlias> phrases) {
        this(keywords, venues, phrases, Aliases.NONE);
    }

    /** @param phrases the most telling first */
    public Vocabulary(
            Collection<String> keywords, Collection<String> venues, List<VenueAlias> phrases, Aliases aliases) {
        this.keywords = Set.copyOf(keywords);
        venues.forEach(venue -> this.venues.put(venue, venue));
        this.phrases = List.copyOf(phrases);
        this.aliases = aliases;
    }

    public Aliases aliases() {
        return aliases;
    }

    /** Whether the keyword is in the vocabulary, under whichever of its names. */
    public boolean hasKeyword(String keyword) {
        return keywords.contains(keyword) || keywords.contains(aliases.canonical(NameKind.KEYWORD, keyword));
    }

    /** Whether the name is a venue's own, or a long name of one. */
    public boolean hasVenue(String name) {
        return venues.containsKey(canonicalVenue(name));
    }

    /**
     * The short name of the venue that a name speaks of, for comparing; the name itself where none is known. A workshop
     * is not the conference it is held at.
     */
    public String canonicalVenue(String said) {
        String name = aliases.canonical(NameKind.VENUE, said);
        String exact = venues.get(name.strip());
        if (exact != null) {
            return exact;
        }
        if (WORKSHOP.matcher(name).find()) {
            return folded(name);
        }
        String plain = folded(name);
        return phrases.stream()
                .filter(alias -> plain.contains(alias.phrase()))
                .map(VenueAlias::venue)
                .findFirst()
                .orElseGet(() -> byFirstWord(name));
    }

    /** "ICLR 1.2 (2022)" is ICLR's. */
    private String byFirstWord(String name) {
        var word = FIRST_WORD.matcher(name.strip());
        String venue = word.find() ? venues.get(word.group()) : null;
        return venue == null ? folded(name) : venue;
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
