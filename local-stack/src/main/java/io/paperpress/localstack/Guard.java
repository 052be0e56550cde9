package io.paperpress.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no server outlives the test that started it, not even a test that was killed: a shell reads the
 * servers' process ids from this program, and kills them when the pipe between the two closes.
 */
final class Guard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r pid start; do guarded="$guarded $pid:$start"; done
            for each in $guarded; do
              pid=${each%%:*}
              stat=$(cat "/proc/$pid/stat" 2>/dev/null) || continue
              set -- ${stat##*) }
              if [ "${20}" = "${each##*:}" ]; then
                kill -9 "$pid" $(cat "/proc/$pid/task/$pid/children" 2>/dev/null)
              fi
            done
            """;

    private static @Nullable Process shell;

    private Guard() {}

    static synchronized void watch(ProcessId process) {
        try {
            if (shell == null) {
                shell = new ProcessBuilder("setsid", "sh", "-c", SCRIPT)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
            }
            var pipe = shell.getOutputStream();
            pipe.write((process + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot guard " + process, e);
        }
    }
}
