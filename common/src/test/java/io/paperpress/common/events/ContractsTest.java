package io.paperpress.common.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.paperpress.common.messaging.EventJson;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records, schemas and golden samples say the same, and old samples can always be read. */
class ContractsTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<Class<?>, String> SIMPLE = Map.of(
            String.class, "string",
            Instant.class, "string",
            Integer.class, "integer",
            int.class, "integer",
            long.class, "integer",
            double.class, "number");

    static List<Contract> contracts() {
        return Contract.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyEventHasASchemaAndASample(Contract contract) {
        assertThat(new ClassPathResource(contract.schemaPath()).exists()).isTrue();
        assertThat(contract.samples()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everySampleKeepsItsSchema(Contract contract) throws IOException {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of("classpath:" + contract.schemaPath()));
        for (Resource sample : contract.samples()) {
            assertThat(schema.validate(
                            text(sample),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as(sample.getFilename())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everySampleReadsIntoItsRecordAndIsWrittenBackTheSame(Contract contract) throws IOException {
        for (Resource sample : contract.samples()) {
            Event event = EventJson.mapper().readValue(text(sample), contract.type());

            assertThat(EventJson.mapper().readTree(EventJson.mapper().writeValueAsString(event)))
                    .as(sample.getFilename())
                    .isEqualTo(EventJson.mapper().readTree(text(sample)));
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theFirstSampleShowsEveryFieldOfTheEvent(Contract contract) throws IOException {
        JsonNode sample = EventJson.mapper().readTree(text(contract.samples().getFirst()));
        Set<String> optionalEnds = Set.of("slug", "problems"); // of a decision about a list, or a rejection

        assertThat(Stream.of(contract.type().getRecordComponents()).map(Contract::nameInJson))
                .allMatch(name -> sample.has(name) || optionalEnds.contains(name));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aFieldOfAFutureVersionIsIgnored(Contract contract) throws IOException {
        String sample = text(contract.samples().getFirst());
        ObjectNode newer = (ObjectNode) EventJson.mapper().readTree(sample);
        newer.put("addedLater", "something");

        assertThat((Event) EventJson.mapper().treeToValue(newer, contract.type()))
                .isEqualTo(EventJson.mapper().readValue(sample, contract.type()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void recordAndSchemaSayTheSame(Contract contract) throws IOException {
        var comparison = new Comparison();
        comparison.compare(contract.type(), schema(contract.schemaPath()), contract.schemaPath());

        assertThat(comparison.differences).isEmpty();
    }

    @Test
    void noSchemaAndNoSampleIsOfAnUnknownEvent() {
        Set<String> known = new HashSet<>(Set.of("parts.schema.json"));
        contracts().forEach(contract -> {
            known.add(contract.type().getSimpleName() + ".schema.json");
            contract.samples().forEach(sample -> known.add(String.valueOf(sample.getFilename())));
        });

        assertThat(Stream.of("schemas/**/*.json", "samples/**/*.json")
                        .flatMap(pattern -> Contract.resources(pattern).stream())
                        .map(Resource::getFilename))
                .isSubsetOf(known);
    }

    /** Walks a record and its schema side by side. */
    private static final class Comparison {

        final List<String> differences = new ArrayList<>();
        private final Set<Type> seen = new HashSet<>();

        void compare(Class<?> type, JsonNode schema, String where) throws IOException {
            if (!seen.add(type)) {
                return;
            }
            Set<String> components = new HashSet<>();
            Set<String> required = new HashSet<>();
            for (RecordComponent component : type.getRecordComponents()) {
                String name = Contract.nameInJson(component);
                components.add(name);
                if (isRequired(component)) {
                    required.add(name);
                }
                compareType(
                        component.getGenericType(), schema.path("properties").path(name), where + "/" + name);
            }
            Set<String> properties = new HashSet<>(schema.path("properties").propertyNames());
            expect(where + " properties", components, properties);
            Set<String> requiredThere = new HashSet<>();
            schema.path("required").forEach(name -> requiredThere.add(name.asString()));
            expect(where + " required", required, requiredThere);
        }

        /** Lists are never required: an empty one is left out. */
        private static boolean isRequired(RecordComponent component) {
            return component.getType() != List.class
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        private void compareType(Type type, JsonNode schema, String where) throws IOException {
            if (type instanceof ParameterizedType list) {
                expect(where + " type", "array", schema.path("type").asString(""));
                compareType(list.getActualTypeArguments()[0], schema.path("items"), where + "[]");
            } else if (type instanceof Class<?> simple && SIMPLE.containsKey(simple)) {
                expect(where + " type", SIMPLE.get(simple), schema.path("type").asString(""));
                expect(
                        where + " format",
                        simple == Instant.class ? "date-time" : "",
                        schema.path("format").asString(""));
            } else if (type instanceof Class<?> constants && constants.isEnum()) {
                List<String> values = new ArrayList<>();
                schema.path("enum").forEach(value -> values.add(value.asString()));
                expect(
                        where + " enum",
                        Stream.of(constants.getEnumConstants())
                                .map(Object::toString)
                                .toList(),
                        values);
            } else if (type instanceof Class<?> part) {
                String reference = schema.path("$ref").asString("");
                expect(where + " $ref", lowerFirst(part.getSimpleName()), reference.replaceAll(".*/", ""));
                JsonNode definitions = schema("schemas/parts.schema.json").path("$defs");
                compare(part, definitions.path(lowerFirst(part.getSimpleName())), part.getSimpleName());
            }
        }

        private void expect(String what, @Nullable Object inRecord, @Nullable Object inSchema) {
            if (!String.valueOf(inRecord).equals(String.valueOf(inSchema))
                    && !(inRecord instanceof Set<?> set && set.equals(inSchema))) {
                differences.add(what + ": record " + inRecord + ", schema " + inSchema);
            }
        }

        private static String lowerFirst(String name) {
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    private static JsonNode schema(String path) throws IOException {
        return EventJson.mapper().readTree(text(new ClassPathResource(path)));
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
