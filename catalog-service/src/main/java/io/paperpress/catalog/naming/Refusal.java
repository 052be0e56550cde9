package io.paperpress.catalog.naming;

import io.paperpress.common.web.ProblemException;
import io.paperpress.common.web.ProblemException.Fault;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Why a change of names is refused; nothing is changed then. */
final class Refusal {

    private Refusal() {}

    static ProblemException unusable(String detail, List<Fault> errors) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "unusable-name", "The name cannot be used", detail, errors);
    }

    static ProblemException unusable(String pointer, String message) {
        return unusable(message, List.of(new Fault(pointer, null, message)));
    }

    static ProblemException circle(String detail) {
        return new ProblemException(HttpStatus.CONFLICT, "alias-circle", "The aliases would close a circle", detail);
    }

    static ProblemException conflict(String detail) {
        return new ProblemException(
                HttpStatus.CONFLICT, "alias-conflict", "The alias contradicts what is known", detail);
    }

    static ProblemException noKind(String kind) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "name-kind-not-found",
                "No such kind of name",
                "“%s” is none of institution, author, venue and keyword."
                        .formatted(kind.length() > 40 ? kind.substring(0, 40) + "…" : kind));
    }

    static ProblemException noAlias() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "alias-not-found", "No such alias", "The name is an alias of nothing.");
    }

    static ProblemException noWord() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "word-not-found", "No such word", "The vocabulary has no such word.");
    }

    static ProblemException inUse(String detail, List<Fault> errors) {
        return new ProblemException(HttpStatus.CONFLICT, "word-in-use", "The word is in use", detail, errors);
    }

    static ProblemException vocabulary(List<Fault> errors) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unusable-vocabulary",
                "The vocabulary cannot be used",
                "The vocabulary was left as it is: see errors.",
                errors);
    }
}
