package io.paperpress.catalog.naming;

import io.paperpress.catalog.store.AliasRows.Row;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page of aliases begins. */
record AliasCursor(String folded, String scope) {

    private static final String BETWEEN = "\u001f";

    static AliasCursor read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return new AliasCursor("", "");
        }
        try {
            String last = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int cut = last.indexOf(BETWEEN);
            if (cut > 0 && last.indexOf('\0') < 0) {
                return new AliasCursor(last.substring(0, cut), last.substring(cut + 1));
            }
        } catch (IllegalArgumentException foreign) {
            // answered below
        }
        throw AliasController.bad("after must be a cursor as this address gave it.");
    }

    static String after(Row row) {
        byte[] last = (row.folded() + BETWEEN + row.scope()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last);
    }
}
