package io.paperpress.catalog.oai;

import static io.paperpress.catalog.oai.OaiError.Code.badArgument;
import static io.paperpress.catalog.oai.OaiError.Code.badVerb;
import static io.paperpress.catalog.oai.OaiError.Code.cannotDisseminateFormat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request whose arguments are those of its verb.
 *
 * @param arguments each once, without the verb
 */
record OaiRequest(String verb, Map<String, String> arguments) {

    static final String DUBLIN_CORE = "oai_dc";

    private record Rule(Set<String> required, Set<String> optional) {}

    private static final Rule LIST =
            new Rule(Set.of("metadataPrefix"), Set.of("from", "until", "set", "resumptionToken"));

    private static final Map<String, Rule> VERBS = Map.of(
            "Identify", new Rule(Set.of(), Set.of()),
            "ListMetadataFormats", new Rule(Set.of(), Set.of("identifier")),
            "ListSets", new Rule(Set.of(), Set.of("resumptionToken")),
            "GetRecord", new Rule(Set.of("identifier", "metadataPrefix"), Set.of()),
            "ListIdentifiers", LIST,
            "ListRecords", LIST);

    static OaiRequest of(Map<String, String[]> parameters) {
        String[] verbs = parameters.getOrDefault("verb", new String[0]);
        Rule rule = verbs.length == 1 ? VERBS.get(verbs[0]) : null;
        if (rule == null) {
            throw new OaiError(
                    badVerb,
                    "verb must be one of Identify, ListMetadataFormats, ListSets, ListIdentifiers,"
                            + " ListRecords, GetRecord, once.");
        }
        var arguments = new LinkedHashMap<String, String>();
        parameters.forEach((name, values) -> {
            if (!name.equals("verb")) {
                arguments.put(name, argument(rule, name, values));
            }
        });
        check(rule, arguments);
        return new OaiRequest(verbs[0], arguments);
    }

    private static String argument(Rule rule, String name, String[] values) {
        if (!rule.required().contains(name) && !rule.optional().contains(name)) {
            throw new OaiError(badArgument, "This verb takes no argument of that name.");
        }
        if (values.length != 1) {
            throw new OaiError(badArgument, name + " must be given once.");
        }
        return values[0];
    }

    private static void check(Rule rule, Map<String, String> arguments) {
        if (arguments.containsKey("resumptionToken")) {
            if (arguments.size() > 1) {
                throw new OaiError(badArgument, "resumptionToken stands alone.");
            }
            return;
        }
        for (String name : rule.required()) {
            if (!arguments.containsKey(name)) {
                throw new OaiError(badArgument, name + " is missing.");
            }
        }
        String prefix = arguments.get("metadataPrefix");
        if (prefix != null && !prefix.equals(DUBLIN_CORE)) {
            throw new OaiError(cannotDisseminateFormat, "Records are given out as oai_dc.");
        }
    }

    @Nullable
    String get(String name) {
        return arguments.get(name);
    }

    String required(String name) {
        return java.util.Objects.requireNonNull(arguments.get(name));
    }
}
