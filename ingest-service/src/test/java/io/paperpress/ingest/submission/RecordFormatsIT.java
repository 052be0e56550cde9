package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.ingest.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BibTeX, RIS and CSL-JSON over HTTP. */
class RecordFormatsIT extends RunningService {

    private static final String BIBTEX = "application/x-bibtex";
    private static final int LINES = 6;
    private static final int BROKEN = 700;

    @Test
    void aStrayBraceInAThousandEntriesCostsOneErrorWithItsLine() {
        var body = IntStream.range(0, 1000).mapToObj(RecordFormatsIT::entry).collect(Collectors.joining());
        var answer = submit(BIBTEX, body.replace("{Paper " + BROKEN + "}", "{Paper " + BROKEN + "}}"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/received").intValue()).isEqualTo(999);
        assertThat(answer.json().at("/refused").intValue()).isEqualTo(1);
        assertThat(answer.json().at("/errors/0/index").intValue()).isEqualTo(BROKEN);
        assertThat(answer.json().at("/errors/0/line").intValue()).isEqualTo(BROKEN * LINES + 2);
    }

    private static String entry(int number) {
        return """
                @article{key%d,
                  title = {Paper %d},
                  author = {Erd{\\H o}s, P{\\'a}l},
                  year = 2024
                }

                """.formatted(number, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-bibtex                    | @misc{a, title = {A}}
            application/x-bibtex                    | @misc(a, title = "A")
            application/x-research-info-systems     | TY  - JOUR;TI  - A;ER  -
            application/vnd.citationstyles.csl+json | {"id": 1, "type": "book", "title": "A"}
            application/vnd.citationstyles.csl+json | [{"id": 1, "title": "A", "issued": {"raw": "2022"}}]
            application/octet-stream                | @misc{a, title = {A}}
            application/octet-stream                | TY  - JOUR;TI  - A;ER  -
            application/octet-stream                | [{"id": 1, "type": "book", "title": "A", "issued": {"raw": "2022"}}]
            """)
    void anEntryIsTakenByItsTypeOrItsBeginning(String type, String body) {
        var answer = submit(type, body.replace(';', '\n'));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/received").intValue()).isEqualTo(1);
        assertThat(answer.json().at("/refused").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-bibtex                    | {"title": "A"}
            application/x-bibtex                    | @
            application/x-bibtex                    | @{
            application/x-bibtex                    | @article{a, title = {
            application/x-bibtex                    | @string{a = {b}}
            application/x-research-info-systems     | Hello
            application/x-research-info-systems     | TY  - JOUR
            application/vnd.citationstyles.csl+json | 7
            application/vnd.citationstyles.csl+json | {"title": "A"
            """)
    void aBodyInWhichNothingCanBeReadIsABadRequest(String type, String body) {
        for (var sent : new String[] {body, "", "\n \n"}) {
            var answer = submit("", type, sent.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/type")).isEqualTo("/problems/nothing-to-read");
            assertThat(answer.text("/detail")).isNotEmpty().doesNotContain("Exception");
        }
        assertThat(submit(BIBTEX, "@misc{next, title = {The next request works}}")
                        .status())
                .isEqualTo(202);
    }
}
