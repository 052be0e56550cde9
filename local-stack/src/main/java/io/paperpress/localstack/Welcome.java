package io.paperpress.localstack;

import java.net.URI;
import java.util.Locale;

/** What is told when everything runs. */
final class Welcome {

    private static final String TEXT = """

            Paperpress is ready after %1$.1f s.

              pages      %2$s/
              logs       %3$s
              processes  ./run ps%4$s
              token      ./run token --role contributor%4$s
              stop       %5$s
            """;

    private Welcome() {}

    static String text(URI origin, Layout layout, Options options, double seconds) {
        String data = options.data() == null ? "" : " --data " + options.data();
        String stop = (options.detach() ? "" : "Ctrl-C, or ") + "./run stop" + data;
        return String.format(Locale.ROOT, TEXT, seconds, origin, layout.log("*"), data, stop);
    }
}
