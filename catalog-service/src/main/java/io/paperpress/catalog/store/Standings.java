package io.paperpress.catalog.store;

import io.paperpress.catalog.paper.Standing;
import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a paper's standing, on its way into and out of columns. */
final class Standings {

    private Standings() {}

    /** @param reason name of the column that says why */
    static Standing read(ResultSet row, String reason) throws SQLException {
        return switch (row.getString("standing")) {
            case "withdrawn" -> new Withdrawn(Objects.requireNonNullElse(row.getString(reason), ""));
            case "merged" -> new Merged(row.getString("merged_into"), row.getString(reason));
            default -> Standing.LISTED;
        };
    }

    static @Nullable String into(Standing standing) {
        return standing instanceof Merged merged ? merged.into() : null;
    }

    static @Nullable String reason(Standing standing) {
        return switch (standing) {
            case Listed listed -> null;
            case Withdrawn(String reason) -> reason;
            case Merged merged -> merged.reason();
        };
    }
}
