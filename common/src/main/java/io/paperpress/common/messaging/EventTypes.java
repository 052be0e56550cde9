package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The value of {@code ce_type} for every event record, derived from the sealed hierarchy. */
final class EventTypes {

    private static final String PREFIX = "io.paperpress.";

    private EventTypes() {}

    static String nameOf(Class<? extends Event> type) {
        return PREFIX + type.getSimpleName();
    }

    /** Every record that {@code family} permits, by its {@code ce_type}. */
    static <E extends Event> Map<String, Class<? extends E>> of(Class<E> family) {
        return records(family).collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));
    }

    private static <E extends Event> Stream<Class<? extends E>> records(Class<? extends E> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Stream.of(type.getPermittedSubclasses()).flatMap(each -> records(EventTypes.<E>narrowed(each)));
    }

    @SuppressWarnings("unchecked") // what a type permits is a subtype of it
    private static <E extends Event> Class<? extends E> narrowed(Class<?> permitted) {
        return (Class<? extends E>) permitted;
    }
}
