package io.paperpress.catalog.naming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.store.AliasRows;
import io.paperpress.catalog.store.AliasRows.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alias, with who made it.
 *
 * @param shown what its chain leads to, where that is not {@code canonical}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AliasView(
        String kind,
        String name,
        String canonical,
        @Nullable String shown,
        @Nullable String orcid,
        List<String> papers,
        String changedBy,
        Instant changedAt,
        String location) {

    static AliasView of(Row row, String shown) {
        return new AliasView(
                row.kind().slug(),
                row.name(),
                row.canonical(),
                shown.equals(row.canonical()) ? null : shown,
                row.orcid(),
                row.papers(),
                row.changedBy(),
                row.changedAt(),
                location(row));
    }

    /** The address under which it is changed and deleted. */
    private static String location(Row row) {
        String address = Addresses.alias(row.kind(), row.name());
        if (row.scope().equals(AliasRows.EVERYWHERE)) {
            return address;
        }
        return address
                + (row.orcid() == null ? "?canonical=" + Addresses.encoded(row.canonical()) : "?orcid=" + row.orcid());
    }
}
