package io.paperpress.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.search.language.Clause.All;
import io.paperpress.search.language.Clause.Any;
import io.paperpress.search.language.Clause.Has;
import io.paperpress.search.language.Clause.Not;
import io.paperpress.search.language.Clause.Phrase;
import io.paperpress.search.language.Clause.Words;
import io.paperpress.search.language.Clause.Years;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    /** Left what is typed; right what is understood: & for all, | for any, ! for not, ~field(…), 'phrase'. */
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            sparse attention                   → [sparse attention]
            sparse AND attention               → [sparse attention]
            "heavy hitter" oracle              → 'heavy hitter' & [oracle]
            “heavy hitter”                     → 'heavy hitter'
            sparse -attention                  → [sparse] & ![attention]
            sparse NOT attention               → [sparse] & ![attention]
            sparse -"kv cache"                 → [sparse] & !'kv cache'
            -sparse                            → ![sparse]
            - sparse                           → [- sparse]
            --sparse                           → [--sparse]
            NOT -sparse                        → [sparse]
            KV-cache                           → [KV-cache]
            a OR b                             → ([a] | [b])
            a b OR c d                         → [a] & ([b] | [c]) & [d]
            a OR b OR -c                       → ([a] | [b] | ![c])
            (a b) OR c                         → ([a b] | [c])
            (a OR b) -(c d)                    → ([a] | [b]) & ![c d]
            ((a))                              → [a]
            ()                                 → nothing
            title:flash                        → title[flash]
            TITLE:flash                        → title[flash]
            title:"flash attention" dao        → title'flash attention' & [dao]
            title:(flash OR paged)             → (title[flash] | title[paged])
            title:(flash attention)            → title[flash attention]
            author:dao author:frantar          → author[dao frantar]
            -venue:arxiv llm                   → !venue[arxiv] & [llm]
            year:2023                          → 2023..2023
            year:2023..2025                    → 2023..2025
            year:2023-2025                     → 2023..2025
            year:2025..2023                    → 2023..2025
            year:2023..                        → 2023..
            year:..2020                        → ..2020
            year:(2023 OR 2025)                → (2023..2023 | 2025..2025)
            has:code HAS:Note                  → has code & has note
            O(n log n)                         → [O(n log n)]
            LLM.int8() (paper)                 → [LLM.int8() paper]
            5" disk                            → [5" disk]
            arxiv:2502.20766                   → [arxiv:2502.20766]
            https://arxiv.org/abs/2502.20766   → [https://arxiv.org/abs/2502.20766]
            doi:10.1145/3600006.3613165        → [doi:10.1145/3600006.3613165]
            GPTQ: Accurate                     → [GPTQ: Accurate]
            V:N:M 2:4                          → [V:N:M 2:4]
            or and not                         → [or and not]
            """)
    void whatIsTypedIsUnderstood(String typed, String understood) {
        var query = QueryParser.parse(typed);
        assertThat(shown(query.clauses())).isEqualTo(understood);
        assertThat(query.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            "heavy hitter          → [heavy hitter]      → quotation mark
            (sparse                → [sparse]            → bracket
            a OR                   → [a]                 → OR has nothing
            OR a                   → [a]                 → OR has nothing
            a OR OR b              → ([a] | [b])         → OR has nothing
            OR                     → nothing             → OR has nothing
            year:last              → [last]              → year:last cannot be read
            year:..                → [..]                → year:.. cannot be read
            has:money              → [money]             → has:money cannot be read
            title: flash           → [title: flash]      → directly after title:
            foo:bar                → [foo:bar]           → no field foo:
            """)
    void whatCannotBeReadIsSearchedForAsWordsWithAWarning(String typed, String understood, String warning) {
        var query = QueryParser.parse(typed);
        assertThat(shown(query.clauses())).isEqualTo(understood);
        assertThat(query.warnings()).anySatisfy(said -> assertThat(said).contains(warning));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {")", ")))", "a ) b", "\"\"", "\u0000\u0007", "", "  ", "-", "*", "a*", "title:\"\"", "title:()"})
    void oddSignsDoNoHarm(String typed) {
        assertThat(QueryParser.parse(typed).clauses()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void longQueriesAreCutWithAWarning() {
        for (String endless : List.of(
                "word ".repeat(5000),
                "a-".repeat(5000),
                "a OR ".repeat(5000),
                "\"a\" ".repeat(5000),
                "(".repeat(5000) + "a",
                "-".repeat(10_000) + "a",
                "title:".repeat(3000) + "a",
                "(a OR (b ".repeat(1000))) {
            var query = QueryParser.parse(endless);
            assertThat(size(query.clauses())).as(endless.substring(0, 20)).isLessThanOrEqualTo(120);
            assertThat(query.warnings()).as(endless.substring(0, 20)).isNotEmpty();
            assertThat(words(query.clauses())).isLessThanOrEqualTo(QueryParser.MOST_WORDS);
        }
    }

    @Test
    void noQueryFailsAndNoneGrows() {
        String[] pieces = {
            "(",
            ")",
            "\"",
            "-",
            "OR",
            "AND",
            "NOT",
            " ",
            " ",
            " ",
            "title:",
            "year:",
            "has:",
            "code",
            "2023",
            "..",
            "a",
            "attention",
            "*",
            "?",
            "~2",
            "\\",
            "$",
            "^",
            "\u0000",
            "\ud800",
            "🙂",
            "é",
            "[1 TO 2]",
            "/(a+)+$/",
            "{}",
            "“",
            "：",
            "author:(",
            "x-y",
            "foo:",
            "\t",
            "\n",
            "«",
            ":",
            "--"
        };
        var random = new Random(5);
        for (int round = 0; round < 50_000; round++) {
            String typed = random.ints(random.nextInt(30), 0, pieces.length)
                    .mapToObj(i -> pieces[i])
                    .collect(Collectors.joining());
            var query = QueryParser.parse(typed);
            assertThat(size(query.clauses())).as(typed).isLessThanOrEqualTo(200);
            assertThat(words(query.clauses())).as(typed).isLessThanOrEqualTo(QueryParser.MOST_WORDS);
        }
    }

    @Test
    void theHelpTellsEveryConstructAndFieldAndItsExamplesAreUnderstood() {
        var help = Help.entries();
        assertThat(help).hasSize(Construct.values().length + Field.values().length);
        assertThat(help).allSatisfy(entry -> {
            assertThat(entry.example()).contains(entry.syntax().equals("words") ? "" : entry.syntax());
            assertThat(QueryParser.parse(entry.example()).warnings()).isEmpty();
            assertThat(QueryParser.parse(entry.example()).clauses()).isNotEmpty();
        });
    }

    private static String shown(List<Clause> clauses) {
        return clauses.isEmpty()
                ? "nothing"
                : clauses.stream().map(QueryParserTest::shown).collect(Collectors.joining(" & "));
    }

    private static String shown(Clause clause) {
        return switch (clause) {
            case Words words -> field(words.field()) + "[" + words.text() + "]";
            case Phrase phrase -> field(phrase.field()) + "'" + phrase.text() + "'";
            case Years years -> number(years.from()) + ".." + number(years.to());
            case Has has -> "has " + has.extra().typed();
            case All all -> "(" + shown(all.clauses()) + ")";
            case Any any ->
                any.clauses().stream().map(QueryParserTest::shown).collect(Collectors.joining(" | ", "(", ")"));
            case Not not -> "!" + shown(not.clause());
        };
    }

    private static String field(@Nullable Field field) {
        return field == null ? "" : field.typed();
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static long size(List<Clause> clauses) {
        return leaves(clauses).count();
    }

    private static int words(List<Clause> clauses) {
        return leaves(clauses)
                .mapToInt(clause -> switch (clause) {
                    case Words words -> count(words.text());
                    case Phrase phrase -> count(phrase.text());
                    case Years years -> 0;
                    case Has has -> 0;
                    case All all -> 0;
                    case Any any -> 0;
                    case Not not -> 0;
                })
                .sum();
    }

    private static int count(String text) {
        return io.paperpress.search.words.Words.of(text).size();
    }

    private static Stream<Clause> leaves(List<Clause> clauses) {
        return clauses.stream().flatMap(clause -> switch (clause) {
            case All all -> Stream.concat(Stream.of(clause), leaves(all.clauses()));
            case Any any -> Stream.concat(Stream.of(clause), leaves(any.clauses()));
            case Not not -> Stream.concat(Stream.of(clause), leaves(List.of(not.clause())));
            case Words words -> Stream.of(clause);
            case Phrase phrase -> Stream.of(clause);
            case Years years -> Stream.of(clause);
            case Has has -> Stream.of(clause);
        });
    }
}
