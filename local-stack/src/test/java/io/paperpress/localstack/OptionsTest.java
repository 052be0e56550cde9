package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void withoutAWordEverythingStartsInTheForegroundWithSamples() {
        var options = Options.parse();

        assertThat(options.verb()).isEqualTo(Options.Verb.START);
        assertThat(options.detach()).isFalse();
        assertThat(options.samples()).isTrue();
        assertThat(options.data()).isNull();
        assertThat(options.port()).isEmpty();
    }

    @Test
    void wordsMayComeInAnyOrder() {
        var options = Options.parse("--data", "d", "--no-samples", "--port", "9000", "--detach");

        assertThat(options.data()).isEqualTo(Path.of("d"));
        assertThat(options.port()).hasValue(9000);
        assertThat(options.samples()).isFalse();
        assertThat(options.detach()).isTrue();
        assertThat(Options.parse("--json", "ps")).isEqualTo(Options.parse("ps", "--json"));
    }

    @Test
    void aTokenIsForAContributorUnlessSaidOtherwise() {
        assertThat(Options.parse("token").role()).isEqualTo("contributor");
        assertThat(Options.parse("token", "--role", "maintainer", "--subject", "ada"))
                .extracting(Options::role, Options::subject)
                .containsExactly("maintainer", "ada");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    strat               | Unknown word strat: see ./run --help.
                    --data              | --data needs a value: see ./run --help.
                    --data --detach     | --data needs a value: see ./run --help.
                    --port 80x          | --port needs a number between 1 and 65535, not 80x.
                    --port 70000        | --port needs a number between 1 and 65535, not 70000.
                    token --role admin  | --role is contributor or maintainer, not admin.
                    """)
    void whatIsWrongIsNamed(String line, String message) {
        assertThatThrownBy(() -> Options.parse(line.split(" ", -1)))
                .isInstanceOf(LocalStackException.class)
                .hasMessage(message);
    }
}
