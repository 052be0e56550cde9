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

/**
 * What was typed, cut by white space into chunks and these into words.
 *
 * @param cut whether more was typed than is searched for
 */
record QueryWords(List<Chunk> chunks, boolean cut) {

    private static final int MOST_WORDS = 32;
    private static final int MOST_CHARS = 2000;

    /** Words that are no reason to find a paper, unless nothing else was typed. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "into", "is", "it", "of", "on", "or",
            "the", "to", "via", "with");

    /**
     * What stands between two spaces.
     *
     * @param identifiers what it may be as an identifier of a paper, in lower case
     */
    record Chunk(Set<String> identifiers, List<Word> words) {}

    static QueryWords of(String q) {
        var chunks = new ArrayList<Chunk>();
        boolean cut = q.length() > MOST_CHARS;
        int count = 0;
        for (String text : q.substring(0, Math.min(q.length(), MOST_CHARS)).split("\\s+")) {
            List<Word> words = Words.of(text);
            count += words.size();
            if (count > MOST_WORDS) {
                cut = true;
                break;
            }
            if (!words.isEmpty()) {
                chunks.add(new Chunk(identifiers(text), words));
            }
        }
        return new QueryWords(List.copyOf(chunks), cut);
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
        return chunks.isEmpty();
    }

    /** All words in order. */
    List<Word> words() {
        return chunks.stream().flatMap(chunk -> chunk.words().stream()).toList();
    }

    /** All forms in order, as a phrase. */
    String phrase() {
        return words().stream().map(Word::form).collect(Collectors.joining(" "));
    }

    /** Whether a paper is found without this word. */
    boolean isOptional(Word word) {
        return isEmptyWord(word) && !words().stream().allMatch(QueryWords::isEmptyWord);
    }

    private static boolean isEmptyWord(Word word) {
        return EMPTY_WORDS.contains(word.form());
    }
}
