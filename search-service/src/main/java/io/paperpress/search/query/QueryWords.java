package io.paperpress.search.query;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.search.words.Word;
import io.paperpress.search.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A run of words as it was typed, cut by white space into chunks and these into words. */
record QueryWords(List<Chunk> chunks, List<Word> words) {

    /** Words that are no reason to find a paper, unless nothing else was typed. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "into", "is", "it", "of",
            "on", "or", "paper", "that", "the", "this", "to", "via", "what", "which", "who", "with");

    /**
     * What stands between two spaces.
     *
     * @param identifiers what it may be as an identifier of a paper, in lower case
     * @param first place of its first word
     * @param end place after its last word
     */
    record Chunk(Set<String> identifiers, int first, int end) {}

    static QueryWords of(String text) {
        var chunks = new ArrayList<Chunk>();
        var words = new ArrayList<Word>();
        for (String piece : text.strip().split("\\s+")) {
            List<Word> ofPiece = Words.of(piece);
            if (!ofPiece.isEmpty()) {
                chunks.add(new Chunk(identifiers(piece), words.size(), words.size() + ofPiece.size()));
                words.addAll(ofPiece);
            }
        }
        return new QueryWords(List.copyOf(chunks), List.copyOf(words));
    }

    private static Set<String> identifiers(String text) {
        var identifiers = new LinkedHashSet<String>();
        identifiers.add(text.toLowerCase(Locale.ROOT));
        Identifiers.recognise(text)
                .map(Identifier::toString)
                .map(identifier -> identifier.toLowerCase(Locale.ROOT))
                .ifPresent(identifiers::add);
        return identifiers;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    List<String> forms() {
        return words.stream().map(Word::form).toList();
    }

    /** All forms in order, as a phrase. */
    String phrase() {
        return words.stream().map(Word::form).collect(Collectors.joining(" "));
    }

    /** Whether a paper is found without this word. */
    boolean isOptional(Word word) {
        return isEmptyWord(word) && !words.stream().allMatch(QueryWords::isEmptyWord);
    }

    private static boolean isEmptyWord(Word word) {
        return EMPTY_WORDS.contains(word.form());
    }
}
