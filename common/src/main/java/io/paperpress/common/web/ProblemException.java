package io.paperpress.common.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is answered with an RFC 9457 problem; its kinds stand in {@code docs/problems.md}. */
public final class ProblemException extends RuntimeException {

    /**
     * One entry or field at fault.
     *
     * @param pointer JSON Pointer into the body, where it is JSON
     * @param line 1-based line of the body, where it is text
     * @param file of the body, where it is an archive
     */
    public record Fault(
            @Nullable String pointer,
            @Nullable Integer line,
            @Nullable String file,
            String message) {

        public Fault(@Nullable String pointer, @Nullable Integer line, String message) {
            this(pointer, line, null, message);
        }
    }

    private final HttpStatus status;
    private final String kind;
    private final String title;
    private final transient List<Fault> errors;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param kind last part of the problem's {@code type}, such as {@code paper-not-found}
     * @param title the same for every problem of the kind
     * @param detail what happened here and what to do, for the caller
     */
    public ProblemException(HttpStatus status, String kind, String title, String detail, List<Fault> errors) {
        this(status, kind, title, detail, errors, null);
    }

    private ProblemException(
            HttpStatus status,
            String kind,
            String title,
            String detail,
            List<Fault> errors,
            @Nullable Duration retryAfter) {
        super(detail);
        this.status = status;
        this.kind = kind;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public ProblemException(HttpStatus status, String kind, String title, String detail) {
        this(status, kind, title, detail, List.of());
    }

    /** The same, telling the caller when it may come again. */
    public ProblemException retryAfter(Duration pause) {
        return new ProblemException(status, kind, title, detail(), errors, pause);
    }

    /** Tells the caller more, under a name that RFC 9457 leaves free. */
    public ProblemException with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    /** Answers with a header, such as the {@code ETag} of what is there now. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    HttpStatus status() {
        return status;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<Fault> errors() {
        return errors;
    }

    Map<String, Object> properties() {
        return properties;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
