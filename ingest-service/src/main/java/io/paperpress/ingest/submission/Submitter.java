package io.paperpress.ingest.submission;

import org.springframework.security.core.Authentication;

/**
 * Who calls, by their token.
 *
 * @param role the stronger of those that it names
 */
record Submitter(String subject, String role) {

    private static final String MAINTAINER = "maintainer";
    private static final String CONTRIBUTOR = "contributor";

    static Submitter of(Authentication caller) {
        boolean maintains = caller.getAuthorities().stream()
                .anyMatch(authority -> ("ROLE_" + MAINTAINER).equals(authority.getAuthority()));
        return new Submitter(caller.getName(), maintains ? MAINTAINER : CONTRIBUTOR);
    }
}
