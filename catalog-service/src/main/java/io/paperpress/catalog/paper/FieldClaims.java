package io.paperpress.catalog.paper;

import io.paperpress.catalog.paper.Claims.Claim;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that is said of one field of a paper, in the order in which it is taken up.
 *
 * @param field its name
 * @param said one for every source that says something of it
 */
public record FieldClaims(String field, List<Said> said) {

    /**
     * What one source says of the field.
     *
     * @param values its value, or those of a field whose values are united
     * @param shown those of them that readers see
     */
    public record Said(Claim claim, List<Object> values, List<Object> shown) {}

    /** Every field of which something is said. */
    public static List<FieldClaims> of(Claims claims) {
        var ranked = claims.ranked();
        var fields = new ArrayList<FieldClaims>();
        for (String name : Claims.WHOLE.keySet()) {
            fields.add(new FieldClaims(name, one(ranked, name)));
        }
        fields.add(new FieldClaims(
                Claims.IDENTIFIERS,
                united(ranked, Claims.IDENTIFIERS, PaperFields::identifiers, Identifier::toString)));
        fields.add(new FieldClaims(Claims.LINKS, united(ranked, Claims.LINKS, PaperFields::links, Claims::address)));
        return fields.stream().filter(field -> !field.said().isEmpty()).toList();
    }

    private static List<Said> one(List<Claim> ranked, String name) {
        var said = new ArrayList<Said>();
        for (Claim claim : ranked) {
            Object value = Claims.value(name, claim.fields());
            if (value != null || claim.clears(name)) {
                List<Object> values = value == null ? List.of() : List.of(value);
                said.add(new Said(claim, values, said.isEmpty() ? values : List.of()));
            }
        }
        return said;
    }

    private static <T> List<Said> united(
            List<Claim> ranked, String name, Function<PaperFields, List<T>> field, Function<T, String> key) {
        var shown = Claims.united(ranked, name, field, key);
        var said = new ArrayList<Said>();
        for (Claim claim : ranked) {
            List<T> values = field.apply(claim.fields());
            if (!values.isEmpty() || claim.record().cleared().stream().anyMatch(what -> what.startsWith(name))) {
                said.add(new Said(
                        claim,
                        List.copyOf(values),
                        values.stream()
                                .filter(value -> value.equals(shown.get(key.apply(value))))
                                .map(value -> (Object) value)
                                .toList()));
            }
        }
        return said;
    }
}
