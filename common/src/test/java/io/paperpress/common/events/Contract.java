package io.paperpress.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** An event as its three descriptions know it: the record, the schema, the samples. */
record Contract(String topic, Class<? extends Event> type) {

    static List<Contract> all() {
        return Stream.of(
                        on(Topics.SUBMISSIONS, SubmissionEvent.class),
                        on(Topics.PAPERS, PaperEvent.class),
                        on(Topics.LISTS, ListEvent.class),
                        on(Topics.NAMES, NameEvent.class),
                        on(Topics.PROGRESS, ProgressEvent.class))
                .flatMap(contracts -> contracts)
                .toList();
    }

    private static Stream<Contract> on(String topic, Class<? extends Event> family) {
        return Stream.of(family.getPermittedSubclasses())
                .map(type -> new Contract(topic, type.asSubclass(Event.class)));
    }

    String schemaPath() {
        return "schemas/" + topic + "/" + type.getSimpleName() + ".schema.json";
    }

    List<Resource> samples() {
        return resources("samples/" + topic + "/" + type.getSimpleName() + "-*.json");
    }

    static List<Resource> resources(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String nameInJson(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
