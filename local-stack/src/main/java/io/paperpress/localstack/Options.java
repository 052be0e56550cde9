package io.paperpress.localstack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What was typed after {@code ./run}.
 *
 * @param data null where nothing was said
 */
record Options(
        Verb verb,
        boolean detach,
        boolean samples,
        boolean json,
        @Nullable Path data,
        OptionalInt port,
        String role,
        String subject) {

    enum Verb {
        START,
        STOP,
        PS,
        TOKEN,
        HELP
    }

    static final String HELP = """
            ./run                    start Kafka, PostgreSQL, Elasticsearch and the four services; Ctrl-C stops them
            ./run --detach           the same in the background; again: starts whatever is not running
            ./run stop               stop everything
            ./run ps [--json]        what runs: name, pid, port, state
            ./run token [--role contributor|maintainer] [--subject NAME]
                                     print a bearer token, valid for 30 days

              --data DIR             where everything is kept (default: .data beside this script)
              --port N               the public port (default: the one used before, else 8080)
              --no-samples           do not import the two sample lists on the first start
              --help                 this text
            """;

    private static final int HIGHEST_PORT = 65_535;
    private static final List<String> ROLES = List.of("contributor", "maintainer");

    static Options parse(String... words) {
        var rest = new ArrayDeque<>(List.of(words));
        var options = new Options(Verb.START, false, true, false, null, OptionalInt.empty(), "contributor", "local");
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private Options with(String word, Deque<String> rest) {
        return switch (word) {
            case "start" -> verb(Verb.START);
            case "stop" -> verb(Verb.STOP);
            case "ps" -> verb(Verb.PS);
            case "token" -> verb(Verb.TOKEN);
            case "help", "--help", "-h" -> verb(Verb.HELP);
            case "--detach" -> new Options(verb, true, samples, json, data, port, role, subject);
            case "--no-samples" -> new Options(verb, detach, false, json, data, port, role, subject);
            case "--json" -> new Options(verb, detach, samples, true, data, port, role, subject);
            case "--data" -> new Options(verb, detach, samples, json, Path.of(value(word, rest)), port, role, subject);
            case "--port" -> {
                int number = port(value(word, rest));
                yield new Options(verb, detach, samples, json, data, OptionalInt.of(number), role, subject);
            }
            case "--role" -> new Options(verb, detach, samples, json, data, port, role(value(word, rest)), subject);
            case "--subject" -> new Options(verb, detach, samples, json, data, port, role, value(word, rest));
            default -> throw new LocalStackException("Unknown word %s: see ./run --help.".formatted(word));
        };
    }

    private Options verb(Verb said) {
        return new Options(said, detach, samples, json, data, port, role, subject);
    }

    private static String value(String word, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new LocalStackException("%s needs a value: see ./run --help.".formatted(word));
        }
        return rest.pop();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new LocalStackException("--port needs a number between 1 and 65535, not %s.".formatted(text));
    }

    private static String role(String text) {
        if (!ROLES.contains(text)) {
            throw new LocalStackException("--role is contributor or maintainer, not %s.".formatted(text));
        }
        return text;
    }
}
