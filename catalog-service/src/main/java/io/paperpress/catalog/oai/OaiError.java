package io.paperpress.catalog.oai;

/** A request that is answered with one of the protocol's errors (section 3.6). */
final class OaiError extends RuntimeException {

    /** The protocol's own names. */
    enum Code {
        badArgument,
        badResumptionToken,
        badVerb,
        cannotDisseminateFormat,
        idDoesNotExist,
        noRecordsMatch,
        noSetHierarchy
    }

    private final Code code;

    OaiError(Code code, String message) {
        super(message);
        this.code = code;
    }

    Code code() {
        return code;
    }

    /** After these, the request is not repeated in the answer. */
    boolean isOfForm() {
        return code == Code.badVerb || code == Code.badArgument;
    }
}
