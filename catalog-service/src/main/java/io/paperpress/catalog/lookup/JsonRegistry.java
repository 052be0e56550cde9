package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry that is asked about one identifier at a time and answers JSON.
 *
 * @param scheme of the identifiers that it knows
 * @param settings where it is, and how often it may be asked
 * @param path of the question, up to the identifier's value
 * @param reader makes a paper of an answer
 */
record JsonRegistry(
        String name,
        String scheme,
        LookupSettings.Registry settings,
        String path,
        BiFunction<JsonNode, Identifier, Optional<PaperFields>> reader)
        implements MetadataSource {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean knows(Identifier identifier) {
        return identifier.scheme().equals(scheme);
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Duration pause() {
        return settings.pause();
    }

    @Override
    public URI question(List<Identifier> identifiers) {
        String value = URLEncoder.encode(identifiers.getFirst().value(), StandardCharsets.UTF_8);
        return settings.address().resolve(path + value);
    }

    @Override
    public Map<Identifier, PaperFields> read(byte[] answer, Collection<Identifier> asked) {
        Identifier identifier = asked.iterator().next();
        try {
            return reader.apply(JSON.readTree(answer), identifier)
                    .map(fields -> Map.of(identifier, fields))
                    .orElseGet(Map::of);
        } catch (JacksonException broken) {
            throw new UnreadableAnswer(name + " did not answer JSON", broken);
        }
    }
}
