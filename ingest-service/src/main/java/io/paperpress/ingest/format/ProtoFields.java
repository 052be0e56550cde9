package io.paperpress.ingest.format;

import io.paperpress.common.events.Remark;
import io.paperpress.ingest.format.ProtoMessage.Field;
import io.paperpress.ingest.format.ProtoMessage.Nested;
import io.paperpress.ingest.format.ProtoMessage.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message by the schema's rules: of a single field the last value counts, messages of one name are one,
 * and a field that is not known is left out with a warning.
 */
final class ProtoFields {

    /** More would say no more, and an event has to stay small. */
    private static final int MOST_WARNINGS = 20;

    private final String name;
    private final List<Field> fields;
    private final List<Remark> warnings;
    private final boolean hasKnown;

    ProtoFields(String name, ProtoMessage message, Set<String> known, List<Remark> warnings) {
        this.name = name;
        this.fields = message.fields();
        this.warnings = warnings;
        hasKnown = fields.stream().anyMatch(field -> known.contains(field.name().text()));
        fields.stream()
                .filter(field -> !known.contains(field.name().text()))
                .forEach(field -> warn("Line %d: the field %s is not known and was left out."
                        .formatted(
                                field.name().line(),
                                Quote.of(name + field.name().text()))));
    }

    boolean hasKnown() {
        return hasKnown;
    }

    boolean has(String field) {
        return fields.stream().anyMatch(one -> one.name().text().equals(field));
    }

    /** Where the first field stands. */
    int line() {
        return fields.isEmpty() ? 1 : fields.getFirst().name().line();
    }

    /** What the messages of that name hold together; empty where there is none. */
    ProtoFields message(String field, String... known) {
        var all = new ArrayList<Field>();
        for (var one : all(field)) {
            switch (one.value()) {
                case Nested nested -> all.addAll(nested.message().fields());
                case Scalar scalar ->
                    throw one.start().fault("%s is a message: expected \"{\".".formatted(Quote.of(name + field)));
            }
        }
        return new ProtoFields(name + field + ".", new ProtoMessage(all), Set.of(known), warnings);
    }

    /** @return {@code null} where it is empty, the default where it is not set */
    @Nullable
    String text(String field, @Nullable String unset) {
        var all = all(field);
        if (all.isEmpty()) {
            return unset;
        }
        String text = text(last(field, all));
        return text.isEmpty() ? null : text;
    }

    List<String> texts(String field) {
        return all(field).stream().map(this::text).toList();
    }

    /** Decimal, or as in C hexadecimal and octal. */
    @Nullable
    Integer number(String field) {
        var all = all(field);
        if (all.isEmpty()) {
            return null;
        }
        var last = last(field, all);
        try {
            return Integer.decode(text(last));
        } catch (NumberFormatException unreadable) {
            throw last.start()
                    .fault("%s is a whole number, found %s."
                            .formatted(Quote.of(name + field), last.start().shown()));
        }
    }

    private Field last(String field, List<Field> all) {
        if (all.size() > 1) {
            warn("%s is set %d times; the last value was taken.".formatted(Quote.of(name + field), all.size()));
        }
        return all.getLast();
    }

    private String text(Field field) {
        return switch (field.value()) {
            case Scalar scalar -> scalar.text();
            case Nested nested ->
                throw field.start()
                        .fault("%s is no message: expected a value."
                                .formatted(Quote.of(name + field.name().text())));
        };
    }

    private List<Field> all(String field) {
        return fields.stream().filter(one -> one.name().text().equals(field)).toList();
    }

    private void warn(String message) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new Remark(null, message));
        }
    }
}
