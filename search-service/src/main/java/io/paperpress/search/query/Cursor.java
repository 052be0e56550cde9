package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended: the sort values of its last hit.
 *
 * <p>It holds no state on the server and never expires. It is not signed: what it can say is checked value by value,
 * and all that a forged one could do is to begin at another place of the same public result.
 *
 * @param leniency with which the pages before were found
 */
record Cursor(Leniency leniency, List<FieldValue> values) {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Leniency[] LENIENCIES = Leniency.values();

    private static final int LONGEST = 4000;

    Cursor {
        values = List.copyOf(values);
    }

    String encode(Search search) {
        var parts = JSON.createArrayNode().add(fingerprint(search)).add(leniency.ordinal());
        for (FieldValue value : values) {
            switch (value._kind()) {
                case Long -> parts.add(value.longValue());
                case Double -> parts.add(value.doubleValue());
                case String -> parts.add(value.stringValue());
                case Boolean, Null, Any -> throw new IllegalStateException("No sort value is " + value._kind());
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }

    /** @return empty for what we never gave out for this search */
    static Optional<Cursor> decode(String text, Search search) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(JSON.readTree(Base64.getUrlDecoder().decode(text)), search);
        } catch (IllegalArgumentException | JacksonException forged) {
            return Optional.empty();
        }
    }

    private static Optional<Cursor> read(JsonNode parts, Search search) {
        List<SortKey> keys = search.order().keys();
        boolean fits = parts.isArray()
                && parts.size() == keys.size() + 2
                && parts.get(0).isString()
                && parts.get(0).stringValue().equals(fingerprint(search))
                && parts.get(1).isInt()
                && parts.get(1).intValue() >= 0
                && parts.get(1).intValue() < LENIENCIES.length;
        if (!fits) {
            return Optional.empty();
        }
        var values = new ArrayList<FieldValue>();
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).read(parts.get(i + 2)).ifPresent(values::add);
        }
        return values.size() == keys.size()
                ? Optional.of(new Cursor(LENIENCIES[parts.get(1).intValue()], values))
                : Optional.empty();
    }

    /** A cursor continues the search it came from, and no other. */
    private static String fingerprint(Search search) {
        var filters = new TreeMap<>(search.filters());
        filters.replaceAll((filter, values) -> values.stream().sorted().toList());
        String text = search.order() + "\n" + filters + "\n" + search.q();
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, 6));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
