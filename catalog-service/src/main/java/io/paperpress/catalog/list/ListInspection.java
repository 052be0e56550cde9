package io.paperpress.catalog.list;

import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Finding.Kind;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import io.paperpress.common.identity.TitleFingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is odd about the entries of a reading list: a link that leads nowhere, a label that is another paper's name. */
public final class ListInspection {

    private ListInspection() {}

    /** @param papers shown values of the papers that stand on the list, by id */
    public static List<Finding> findings(ReadingList list, Map<String, PaperFields> papers) {
        var owners = owners(papers);
        var findings = new ArrayList<Finding>();
        list.tree().allEntries().forEach(entry -> {
            foreignLabel(list, entry, owners, findings);
            emptyLinks(list, entry, findings);
        });
        return findings;
    }

    private static void foreignLabel(
            ReadingList list, ListEntry entry, Map<String, Set<String>> owners, List<Finding> findings) {
        var own = paperIds(entry);
        var named = owners.getOrDefault(TitleFingerprint.of(entry.label()), Set.of());
        if (own.isEmpty() || named.isEmpty() || named.stream().anyMatch(own::contains)) {
            return;
        }
        findings.add(new Finding(
                Kind.FOREIGN_LABEL,
                own.iterator().next(),
                named.iterator().next(),
                list.slug(),
                list.submissionId(),
                new Remark(null, "The label “" + entry.label() + "” is the name of another paper on the list.")));
    }

    private static void emptyLinks(ReadingList list, ListEntry entry, List<Finding> findings) {
        for (ListItem item : entry.items()) {
            Link link = item.link();
            if (link != null && link.url().isBlank()) {
                findings.add(new Finding(
                        Kind.EMPTY_LINK,
                        item.paperId(),
                        null,
                        list.slug(),
                        list.submissionId(),
                        new Remark(null, "The link of “" + entry.label() + "” leads nowhere.")));
            }
        }
    }

    /** The papers that go by a name: a short name, or what a title says before its colon. */
    private static Map<String, Set<String>> owners(Map<String, PaperFields> papers) {
        var owners = new HashMap<String, Set<String>>();
        papers.forEach((id, shown) -> Stream.of(shown.shortName(), nickname(shown.title()))
                .filter(Objects::nonNull)
                .map(TitleFingerprint::of)
                .filter(name -> !name.isEmpty())
                .forEach(name ->
                        owners.computeIfAbsent(name, _ -> new HashSet<>()).add(id)));
        return owners;
    }

    private static @Nullable String nickname(@Nullable String title) {
        int colon = title == null ? -1 : title.indexOf(':');
        return title == null || colon < 0 ? null : title.substring(0, colon);
    }

    private static Set<String> paperIds(ListEntry entry) {
        return entry.items().stream()
                .map(ListItem::paperId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
