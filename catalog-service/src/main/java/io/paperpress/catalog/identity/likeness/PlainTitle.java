package io.paperpress.catalog.identity.likeness;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import io.paperpress.catalog.paper.PlainText;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A title as likeness compares it: words of Latin letters and digits with one blank between them, without markup, small
 * words and remarks about the version; a colon stays where a subtitle begins, an ellipsis where the title was cut off.
 */
final class PlainTitle {

    /** Begins the subtitle. */
    static final String SUBTITLE = " : ";

    private static final int LONGEST = 300;
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();

    private static final Pattern STYLE = Pattern.compile(
            "\\\\(?:math[a-z]+|text[a-z]*|emph|mbox|operatorname|left|right|bf|it|em|rm|tt)(?![A-Za-z])|</?[a-z]{1,6}>");
    /** "Struc- tured", as it is cut at the end of a line. */
    private static final Pattern LINE_END = Pattern.compile("(?<=\\p{Ll}{2})-\\s+(?=\\p{Ll}{2})");

    private static final Pattern REMARK = Pattern.compile(
            "^\\s*(?:\\[\\d{4}\\.\\d{4,5}(?:v\\d+)?]|[(\\[]pdf[)\\]])|\\s*[(\\[]?\\b(?:v\\d{1,2}|version \\d{1,2}|"
                    + "(?:extended|full|long|short|preprint|revised|journal) version|extended abstract|preprint|"
                    + "supplementary materials?|supplement|openreview|arxiv)[)\\]]?[\\s.]*$");

    private static final Pattern BREAK = Pattern.compile("\\s*[:\u2236]\\s+|\\s+[-|]\\s+|[?!]\\s+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[^\\p{ASCII}]");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9+]+");

    /** Small words come and go when a title is quoted. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "the", "to", "via", "with", "using");

    /** Written short as often as long. */
    private static final Map<String, String> LONG_FORMS = Map.ofEntries(
            Map.entry("llm", "large language model"),
            Map.entry("llms", "large language models"),
            Map.entry("mllm", "multimodal large language model"),
            Map.entry("mllms", "multimodal large language models"),
            Map.entry("vlm", "vision language model"),
            Map.entry("vlms", "vision language models"),
            Map.entry("moe", "mixture experts"),
            Map.entry("kv", "key value"),
            Map.entry("kvcache", "key value cache"),
            Map.entry("rag", "retrieval augmented generation"),
            Map.entry("nas", "neural architecture search"),
            Map.entry("rl", "reinforcement learning"),
            Map.entry("gnn", "graph neural network"),
            Map.entry("gnns", "graph neural networks"),
            Map.entry("cnn", "convolutional neural network"),
            Map.entry("cnns", "convolutional neural networks"),
            Map.entry("rnn", "recurrent neural network"),
            Map.entry("rnns", "recurrent neural networks"),
            Map.entry("dnn", "deep neural network"),
            Map.entry("dnns", "deep neural networks"),
            Map.entry("gan", "generative adversarial network"),
            Map.entry("gans", "generative adversarial networks"),
            Map.entry("nlp", "natural language processing"),
            Map.entry("nmt", "neural machine translation"));

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("twelve", "12"),
            Map.entry("sixteen", "16"),
            Map.entry("twenty", "20"),
            Map.entry("fifty", "50"),
            Map.entry("seventy", "70"),
            Map.entry("hundred", "100"),
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"),
            Map.entry("vi", "6"),
            Map.entry("vii", "7"),
            Map.entry("viii", "8"));

    /** Numbers only where they count parts. */
    private static final Map<String, String> PARTS = Map.of("i", "1", "v", "5", "x", "10");

    private PlainTitle() {}

    static String of(String title) {
        String shown = title.length() > LONGEST ? title.substring(0, LONGEST) : title;
        String text = STYLE.matcher(PlainText.of(shown)).replaceAll("").replaceAll("[${}\\\\\u00AD]", "");
        text = LINE_END.matcher(latin(text).strip()).replaceAll("");
        text = text.toLowerCase(Locale.ROOT).replaceAll("\\.{3}$", "").replaceAll("^\\.{3}\\W*", "");
        for (String stripped = REMARK.matcher(text).replaceAll("");
                ;
                stripped = REMARK.matcher(text).replaceAll("")) {
            if (stripped.equals(text) || stripped.isBlank()) {
                break;
            }
            text = stripped;
        }
        return Stream.of(BREAK.split(text))
                .map(PlainTitle::words)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(SUBTITLE));
    }

    private static String latin(String text) {
        String plain = ACCENTS.matcher(DECOMPOSE.normalize(text.replace("\u221E", "infinity ")))
                .replaceAll("")
                .replace("\u2014", " - ")
                .replaceAll("[\u2010-\u2013]", "-");
        return FOREIGN.matcher(plain).find() ? Latin.TRANSLITERATOR.transliterate(plain) : plain;
    }

    private static String words(String part) {
        String[] words = BETWEEN.split(part.replace("&", " and "));
        return Stream.iterate(0, i -> i < words.length, i -> i + 1)
                .map(i -> word(words, i))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .collect(Collectors.joining(" "));
    }

    private static String word(String[] words, int i) {
        String word = words[i];
        if (PARTS.containsKey(word) && i > 0 && (i == words.length - 1 || words[i - 1].equals("part"))) {
            return PARTS.getOrDefault(word, word);
        }
        return LONG_FORMS.getOrDefault(word, NUMBERS.getOrDefault(word, word));
    }

    /** Slow to make, and seldom needed. */
    private static final class Latin {
        static final Transliterator TRANSLITERATOR = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
