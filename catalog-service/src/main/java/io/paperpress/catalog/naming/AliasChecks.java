package io.paperpress.catalog.naming;

import io.paperpress.catalog.naming.AliasBook.Wanted;
import io.paperpress.catalog.paper.Aliases;
import io.paperpress.catalog.paper.ShownNames;
import io.paperpress.catalog.paper.UnicodeText;
import io.paperpress.catalog.store.AliasRows.Row;
import io.paperpress.catalog.store.Bylines;
import io.paperpress.catalog.store.PaperNames;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.identity.NameFold;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Whether an alias can be: what is not said well is refused, and what contradicts what is known. */
@Component
class AliasChecks {

    private static final int LONGEST = 500;
    private static final int MOST_PAPERS = 1_000;
    private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private final PaperNames papers;
    private final Bylines bylines;

    AliasChecks(PaperNames papers, Bylines bylines) {
        this.papers = papers;
        this.bylines = bylines;
    }

    /** The same in the one spelling of each name. */
    Wanted readable(Wanted asked) {
        var wanted = new Wanted(
                asked.kind(),
                name("name", asked.name()),
                name("canonical", asked.canonical()),
                asked.orcid(),
                asked.papers());
        if (wanted.name().equals(wanted.canonical())) {
            throw Refusal.unusable("/canonical", "A name is no alias of itself.");
        }
        boolean scoped = wanted.orcid() != null || !wanted.papers().isEmpty();
        if (scoped && wanted.kind() != NameKind.AUTHOR) {
            throw Refusal.unusable("/papers", "Only people share a name: orcid and papers are for authors.");
        }
        if (wanted.orcid() != null && !wanted.papers().isEmpty()) {
            throw Refusal.unusable("/papers", "An alias holds for an ORCID or for some papers, not for both.");
        }
        if (wanted.orcid() != null && !ORCID.matcher(wanted.orcid()).matches()) {
            throw Refusal.unusable("/orcid", "An ORCID is sixteen digits in four groups, such as 0000-0002-1825-0097.");
        }
        if (wanted.papers().size() > MOST_PAPERS) {
            throw Refusal.unusable("/papers", "At most %,d papers can be named.".formatted(MOST_PAPERS));
        }
        if (scoped && NameFold.of(wanted.name()).equals(NameFold.of(wanted.canonical()))) {
            throw Refusal.unusable("/canonical", "Names that differ in case or accents alone tell nobody apart.");
        }
        return wanted;
    }

    static String name(String field, String said) {
        if (!UnicodeText.isValid(said)) {
            throw Refusal.unusable("/" + field, "%s is no valid Unicode text.".formatted(field));
        }
        String tidy = BLANKS.matcher(Normalizer.normalize(said, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (NameFold.of(tidy).isEmpty()) {
            throw Refusal.unusable("/" + field, "%s is blank.".formatted(field));
        }
        if (tidy.length() > LONGEST) {
            throw Refusal.unusable("/" + field, "%s is longer than %d characters.".formatted(field, LONGEST));
        }
        return tidy;
    }

    /** @param others those of the same name */
    void possible(Wanted wanted, Aliases known, List<Row> others) {
        if (!NameFold.of(wanted.name()).equals(NameFold.of(wanted.canonical()))
                && known.lead(wanted.kind(), wanted.canonical(), wanted.name())) {
            throw Refusal.circle("“%s” is an alias of “%s” already, directly or through others: delete that first."
                    .formatted(wanted.canonical(), wanted.name()));
        }
        if (!wanted.papers().isEmpty()) {
            papersBearTheName(wanted, known);
            papersAreFree(wanted, others);
        } else if (wanted.kind() == NameKind.AUTHOR && wanted.orcid() == null) {
            mayBeOnePerson(wanted);
        }
    }

    private void papersBearTheName(Wanted wanted, Aliases known) {
        var bearing = papers.among(
                wanted.papers(), AliasBook.keys(wanted.kind(), known.leadingTo(wanted.kind(), wanted.name())));
        var foreign = wanted.papers().stream()
                .filter(paper -> !bearing.contains(paper))
                .limit(10)
                .toList();
        if (!foreign.isEmpty()) {
            throw Refusal.unusable(
                    "/papers",
                    "“%s” stands on no such paper: %s.".formatted(wanted.name(), String.join(", ", foreign)));
        }
    }

    private static void papersAreFree(Wanted wanted, List<Row> others) {
        others.stream()
                .filter(other -> !other.scope().equals(wanted.scope()))
                .filter(other -> !Collections.disjoint(other.papers(), wanted.papers()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict("On some of the papers “%s” is “%s” already: take them out there first."
                            .formatted(wanted.name(), other.canonical()));
                });
    }

    /** People with different ORCIDs are different people. */
    private void mayBeOnePerson(Wanted wanted) {
        Set<String> one = new HashSet<>(orcids(wanted.name()));
        Set<String> other = new HashSet<>(orcids(wanted.canonical()));
        if (!one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other)) {
            throw Refusal.conflict(
                    "Bylines give “%s” the ORCID %s, and “%s” %s: these are different people. Say orcid or papers to name those that are meant."
                            .formatted(wanted.name(), one, wanted.canonical(), other));
        }
    }

    private Set<String> orcids(String name) {
        return bylines.orcids(ShownNames.key(NameKind.AUTHOR, name), NameFold.of(name));
    }
}
