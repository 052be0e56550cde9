package io.paperpress.common.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** {@code docs/asyncapi.yaml} names the topics and events there are, and no others. */
class AsyncApiTest {

    private static final Path ROOT =
            Path.of(System.getProperty("paperpress.root", "..")).toAbsolutePath();

    private final Map<String, Object> document = yaml(ROOT.resolve("docs/asyncapi.yaml"));
    private final Map<String, Object> topics = child(
            child(child(yaml(ROOT.resolve("common/src/main/resources/topics.yaml")), "paperpress"), "messaging"),
            "topics");

    @Test
    void everyTopicIsAChannelAndEveryChannelATopic() {
        Set<String> expected = new HashSet<>();
        topics.keySet().forEach(topic -> {
            expected.add(topic);
            groups(topic).forEach(group -> expected.add(topic + "." + group + ".dlt"));
        });

        assertThat(channels().keySet()).isEqualTo(expected);
        assertThat(topics.keySet())
                .containsExactlyInAnyOrder(
                        Topics.SUBMISSIONS, Topics.PAPERS, Topics.LISTS, Topics.NAMES, Topics.PROGRESS);
    }

    @Test
    void everyEventIsAMessageOfItsChannel() {
        Map<String, Set<String>> expected = Contract.all().stream()
                .collect(Collectors.groupingBy(
                        Contract::topic,
                        Collectors.mapping(contract -> contract.type().getSimpleName(), Collectors.toSet())));

        Map<String, Set<String>> documented = new HashMap<>();
        topics.keySet()
                .forEach(topic -> documented.put(
                        topic, child(child(channels(), topic), "messages").keySet()));
        assertThat(documented).isEqualTo(expected);
    }

    @Test
    void everyChannelSaysHowItIsSplitAndKept() {
        topics.keySet().forEach(topic -> {
            var kafka = child(child(child(channels(), topic), "bindings"), "kafka");
            assertThat(kafka.get("partitions")).isEqualTo(child(topics, topic).get("partitions"));
            boolean compacted = Boolean.TRUE.equals(child(topics, topic).get("compact"));
            assertThat(child(kafka, "topicConfiguration").get("cleanup.policy"))
                    .isEqualTo(List.of(compacted ? "compact" : "delete"));
        });
    }

    @Test
    void everyMessageHasTheHeadersOfACloudEventAndItsOwnSchema() {
        var messages = child(child(document, "components"), "messages");
        for (Contract contract : Contract.all()) {
            var message = child(messages, contract.type().getSimpleName());
            assertThat(message.get("traits"))
                    .isEqualTo(List.of(Map.of("$ref", "#/components/messageTraits/cloudEvent")));
            String schema =
                    String.valueOf(child(child(message, "payload"), "schema").get("$ref"));
            assertThat(ROOT.resolve("docs").resolve(schema).normalize())
                    .isEqualTo(ROOT.resolve("common/src/main/resources")
                            .resolve(contract.schemaPath())
                            .normalize());
        }
    }

    @Test
    void everyReferenceWithinTheDocumentLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collectReferences(document, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            Map<String, Object> target = document;
            for (String step : reference.substring(2).split("/")) {
                target = child(target, step);
            }
            assertThat(target).isNotEmpty();
        });
    }

    private static void collectReferences(Object node, List<String> references) {
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if ("$ref".equals(key) && String.valueOf(value).startsWith("#/")) {
                        references.add(String.valueOf(value));
                    } else {
                        collectReferences(value, references);
                    }
                });
            case List<?> list -> list.forEach(each -> collectReferences(each, references));
            default -> {}
        }
    }

    private Map<String, Object> channels() {
        return child(document, "channels");
    }

    private List<String> groups(String topic) {
        Object groups = child(topics, topic).get("groups");
        return groups instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, Object> yaml(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // what YAML calls a mapping
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        assertThat(parent).containsKey(name);
        return (Map<String, Object>) java.util.Objects.requireNonNull(parent.get(name));
    }
}
