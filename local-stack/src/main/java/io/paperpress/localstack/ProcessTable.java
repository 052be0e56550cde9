package io.paperpress.localstack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code ./run ps} shows. */
final class ProcessTable {

    private final List<Row> rows;

    private ProcessTable(List<Row> rows) {
        this.rows = rows;
    }

    static ProcessTable of(List<ManagedProcess> processes) {
        return new ProcessTable(
                processes.parallelStream().map(ProcessTable::row).toList());
    }

    /** An array of {@code {name, pid, port, state}}; pid and port are null where there is none. */
    String json() {
        return rows.stream().map(Row::json).collect(Collectors.joining(",\n ", "[", "]"));
    }

    String text() {
        return rows.stream()
                .map(Row::text)
                .collect(Collectors.joining("\n", "NAME                 PID   PORT  STATE\n", ""));
    }

    private static Row row(ManagedProcess process) {
        Optional<ProcessId> running = process.process();
        String state = running.isEmpty() ? "stopped" : process.answers() ? "running" : "unready";
        return new Row(process.name(), running.map(ProcessId::pid).orElse(0L), process.port(), state);
    }

    private record Row(String name, long pid, int port, String state) {

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"name\": \"%s\", \"pid\": %s, \"port\": %s, \"state\": \"%s\"}",
                    name,
                    pid == 0 ? "null" : pid,
                    port == 0 ? "null" : port,
                    state);
        }

        String text() {
            return String.format(
                    Locale.ROOT, "%-16s %7s %6s  %s", name, pid == 0 ? "-" : pid, port == 0 ? "-" : port, state);
        }
    }
}
