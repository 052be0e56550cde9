package io.paperpress.search.web;

import io.paperpress.common.web.ProblemException;
import io.paperpress.common.web.ProblemException.Fault;
import io.paperpress.search.query.Filter;
import io.paperpress.search.query.PaperRevision;
import io.paperpress.search.query.Search;
import io.paperpress.search.query.SortOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/** Reads the parameters of a search, and names every one that cannot be read. */
final class SearchParameters {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern YEAR = Pattern.compile("\\d{1,4}");
    private static final Pattern REVISION = Pattern.compile("([0-9A-Za-z_-]{1,64}):(\\d{1,15})");
    private static final Set<String> HAS = Set.of("code", "note", "cover");

    /** Values of all filters together: nobody clicks on more, and each costs. */
    private static final int MOST_VALUES = 100;

    private static final int LONGEST_VALUE = 1000;

    private final MultiValueMap<String, String> parameters;
    private final List<Fault> faults = new ArrayList<>();

    private SearchParameters(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** @throws ProblemException naming all faults at once */
    static Search read(MultiValueMap<String, String> parameters) {
        return new SearchParameters(parameters).read();
    }

    private Search read() {
        var search = new Search(
                Optional.ofNullable(parameters.getFirst("q")).orElse(""),
                filters(),
                sort(),
                size(),
                text("after"),
                minRevision());
        if (!faults.isEmpty()) {
            throw problem(faults);
        }
        return search;
    }

    static ProblemException problem(List<Fault> faults) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "Bad Request",
                "The search has parameters that cannot be read: "
                        + String.join(" ", faults.stream().map(Fault::message).toList()),
                faults);
    }

    static Fault fault(String parameter, String message) {
        return new Fault("/" + parameter, null, message);
    }

    private Map<Filter, List<String>> filters() {
        var filters = new EnumMap<Filter, List<String>>(Filter.class);
        int count = 0;
        for (Filter filter : Filter.values()) {
            List<String> values = parameters.getOrDefault(filter.parameter(), List.of()).stream()
                    .map(value -> value == null ? "" : value.strip())
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            count += values.size();
            if (!values.isEmpty()) {
                values.forEach(value -> check(filter, value));
                filters.put(filter, values);
            }
        }
        if (count > MOST_VALUES) {
            faults.add(new Fault(null, null, "At most %d filter values can be given.".formatted(MOST_VALUES)));
        }
        return filters;
    }

    private void check(Filter filter, String value) {
        if (value.length() > LONGEST_VALUE) {
            faults.add(fault(filter.parameter(), filter.parameter() + " is too long."));
        } else if (filter == Filter.YEAR && !YEAR.matcher(value).matches()) {
            faults.add(fault(filter.parameter(), "year must be a number of up to four digits."));
        } else if (filter == Filter.HAS && !HAS.contains(value)) {
            faults.add(fault(filter.parameter(), "has must be code, note or cover."));
        }
    }

    private SortOrder sort() {
        String sort = text("sort");
        if (sort == null) {
            return SortOrder.RELEVANCE;
        }
        return SortOrder.named(sort).orElseGet(() -> {
            faults.add(fault("sort", "sort must be one of %s.".formatted(SortOrder.names())));
            return SortOrder.RELEVANCE;
        });
    }

    private int size() {
        String size = text("size");
        if (size == null) {
            return Search.USUAL_PAGE;
        }
        if (NUMBER.matcher(size).matches() && Integer.parseInt(size) <= Search.LARGEST_PAGE) {
            return Integer.parseInt(size);
        }
        faults.add(fault("size", "size must be a number from 0 to %d.".formatted(Search.LARGEST_PAGE)));
        return Search.USUAL_PAGE;
    }

    private @Nullable PaperRevision minRevision() {
        String value = text("minRevision");
        if (value == null) {
            return null;
        }
        var matcher = REVISION.matcher(value);
        if (matcher.matches()) {
            return new PaperRevision(matcher.group(1), Long.parseLong(matcher.group(2)));
        }
        faults.add(fault("minRevision", "minRevision must be like <paperId>:<revision>."));
        return null;
    }

    private @Nullable String text(String parameter) {
        String value = parameters.getFirst(parameter);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
