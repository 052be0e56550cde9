package io.paperpress.search.query;

import io.paperpress.search.elasticsearch.PaperView;
import io.paperpress.search.words.Word;
import io.paperpress.search.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows in a hit's own text why it was found.
 *
 * <p>Elasticsearch only holds folded words, so the original is cut by the same rule and marked here. The result is
 * HTML: every character of the text is escaped, and the only tag is {@code <em>}.
 */
final class Highlighter {

    /** Chars of a fragment of running text. */
    private static final int FRAGMENT = 240;

    private static final int MOST_ENTRIES = 5;

    private final WordMatcher matcher;

    Highlighter(WordMatcher matcher) {
        this.matcher = matcher;
    }

    /** Only fields in which something is marked. */
    Map<String, List<String>> highlight(PaperView paper) {
        var highlights = new LinkedHashMap<String, List<String>>();
        put(highlights, "title", whole(paper.title()));
        put(highlights, "shortName", whole(paper.shortName()));
        put(highlights, "authors", entries(paper.authors()));
        put(highlights, "institutions", entries(paper.institutions()));
        put(highlights, "venue", whole(paper.venue()));
        put(highlights, "keywords", entries(paper.keywords()));
        put(highlights, "abstract", fragment(paper.abstractText()));
        put(highlights, "citation", fragment(paper.citation()));
        return highlights;
    }

    private static void put(Map<String, List<String>> highlights, String field, List<String> marked) {
        if (!marked.isEmpty()) {
            highlights.put(field, marked);
        }
    }

    private List<String> whole(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<Word> marked = matcher.matches(Words.of(text));
        return marked.isEmpty() ? List.of() : List.of(mark(text, 0, text.length(), marked));
    }

    private List<String> entries(List<String> texts) {
        return texts.stream()
                .flatMap(text -> whole(text).stream())
                .limit(MOST_ENTRIES)
                .toList();
    }

    /** The part of the text where most is found. */
    private List<String> fragment(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<Word> words = Words.of(text);
        List<Word> marked = matcher.matches(words);
        if (marked.isEmpty()) {
            return List.of();
        }
        if (text.length() <= FRAGMENT) {
            return List.of(mark(text, 0, text.length(), marked));
        }
        Word first = densest(marked);
        int from = startNear(words, first.start() - FRAGMENT / 4);
        int to = endNear(words, from + FRAGMENT, first.end());
        var shown = marked.stream()
                .filter(word -> word.start() >= from && word.end() <= to)
                .toList();
        return List.of((from > 0 ? "… " : "") + mark(text, from, to, shown) + (to < text.length() ? " …" : ""));
    }

    private static Word densest(List<Word> marked) {
        Word best = marked.getFirst();
        long most = 0;
        for (Word first : marked) {
            long count = marked.stream()
                    .filter(word -> word.start() >= first.start() && word.end() <= first.start() + FRAGMENT * 3 / 4)
                    .map(Word::form)
                    .distinct()
                    .count();
            if (count > most) {
                most = count;
                best = first;
            }
        }
        return best;
    }

    private static int startNear(List<Word> words, int wanted) {
        return words.stream()
                .mapToInt(Word::start)
                .filter(start -> start >= wanted)
                .findFirst()
                .orElse(0);
    }

    private static int endNear(List<Word> words, int wanted, int least) {
        return words.stream().mapToInt(Word::end).filter(end -> end <= wanted).reduce(least, Math::max);
    }

    private static String mark(String text, int from, int to, List<Word> marked) {
        var html = new StringBuilder();
        int at = from;
        for (Word word : marked) {
            Html.escape(text, at, word.start(), html);
            html.append("<em>");
            Html.escape(text, word.start(), word.end(), html);
            html.append("</em>");
            at = word.end();
        }
        Html.escape(text, at, to, html);
        return html.toString();
    }
}
