package io.paperpress.common.web;

import io.paperpress.common.messaging.Unavailable;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of a request into an RFC 9457 problem. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    /** Seconds after which a dependency that is away is worth another try. */
    private static final String RETRY_AFTER = "5";

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refusal) {
        var problem =
                Problems.problem(refusal.status(), refusal.kind(), refusal.title(), refusal.detail(), refusal.errors());
        refusal.properties().forEach(problem::setProperty);
        var response = respond(refusal.status());
        refusal.headers().forEach(response::header);
        var pause = refusal.retryAfter();
        if (pause != null) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds())));
        } else if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        return response.body(problem);
    }

    private static ResponseEntity<Object> unavailable(Exception away) {
        log.warn("Answered 503: {}", away.getMessage());
        return respond(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .body(Problems.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Temporarily unavailable",
                        "Something this service needs is away for the moment. Please try again in a few seconds."));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception bug) throws Exception {
        if (bug instanceof AccessDeniedException
                || bug instanceof AuthenticationException
                || bug instanceof RequestRejectedException) {
            throw bug; // answered by the security filter chain
        }
        if (Unavailable.isBehind(bug)) {
            return unavailable(bug);
        }
        log.error("Answered 500", bug);
        return respond(HttpStatus.INTERNAL_SERVER_ERROR)
                .body(Problems.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Something went wrong",
                        "The request could not be handled because of a fault on our side. It has been logged."));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var supported = MediaType.toString(unsupported.getSupportedMediaTypes());
        var problem = Problems.problem(
                status,
                "unsupported-media-type",
                "Unsupported Media Type",
                "Content-Type %s is not supported here. Supported: %s."
                        .formatted(unsupported.getContentType(), supported));
        return respond(status).headers(headers).body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var response = super.handleExceptionInternal(ex, body, headers, status, request);
        if (response != null && response.getBody() instanceof ProblemDetail problem && isUntyped(problem)) {
            problem.setType(URI.create("/problems/" + Problems.kind(status)));
        }
        return response;
    }

    private static boolean isUntyped(ProblemDetail problem) {
        URI type = problem.getType();
        return type == null || type.toString().equals("about:blank");
    }

    private static ResponseEntity.BodyBuilder respond(HttpStatusCode status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
