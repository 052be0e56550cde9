package io.paperpress.catalog.identity.likeness;

import io.paperpress.catalog.identity.likeness.TitleView.Views;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Weighs what two works have in common: their titles first, then abstracts, authors, years and identifiers. */
final class Likeness {

    /** Enough to show it to a person. */
    static final double PROPOSED = 0.6;

    private static final double SURE = 0.99;
    private static final double ONE_HAND = 0.1;
    private static final double UNKNOWN_HANDS = 0.95;
    private static final double OTHER_HANDS = 0.65;
    private static final double OTHER_IDENTIFIER = 0.75;
    private static final double FAR_APART = 0.9;
    private static final int YEARS = 3;
    private static final double ONE_ABSTRACT = 0.45;
    private static final double OTHER_ABSTRACT = 0.75;

    private Likeness() {}

    /** @return empty where too little speaks for it */
    static Optional<Alike> of(Profile one, Profile other) {
        return of(one, views(one), other);
    }

    static List<Views> views(Profile profile) {
        return profile.titles().stream().map(Views::of).toList();
    }

    /** @param views of the titles of the one, for whoever compares it with many */
    static Optional<Alike> of(Profile one, List<Views> views, Profile other) {
        boolean oneHand = haveOneFirstAuthor(one, other);
        var reasons = new ArrayList<String>();
        double score = titles(views, other, oneHand, reasons);
        var weighed = byAbstract(one, other, score, reasons);
        weighed = weighed > 0 ? byPeople(one, other, oneHand, weighed, reasons) : 0;
        weighed = byYear(one, other, weighed, reasons);
        if (contradict(one.arxiv(), other.arxiv())) {
            reasons.add("Each has an arXiv identifier of its own.");
            weighed *= OTHER_IDENTIFIER;
        }
        double rounded = Math.round(100 * Math.min(SURE, weighed)) / 100.0;
        return rounded < PROPOSED ? Optional.empty() : Optional.of(new Alike(rounded, reasons));
    }

    private static double titles(List<Views> views, Profile other, boolean oneHand, List<String> reasons) {
        var best = views(other).stream()
                .flatMap(theirs -> views.stream().flatMap(ours -> TitleLikeness.of(ours, theirs, oneHand).stream()))
                .max(Comparator.comparingDouble(TitleLikeness.Found::score));
        best.ifPresent(found -> reasons.add(found.reason()));
        return best.map(TitleLikeness.Found::score).orElse(0.0);
    }

    private static double byAbstract(Profile one, Profile other, double score, List<String> reasons) {
        var sketch = one.sketch();
        var theirs = other.sketch();
        if (sketch == null || theirs == null) {
            return score;
        }
        double likeness = sketch.likeness(theirs);
        if (likeness >= ONE_ABSTRACT) {
            reasons.add("Their abstracts are alike (about %.0f %%).".formatted(100 * likeness));
            return Math.max(score, 0.6 + 0.35 * likeness);
        }
        if (likeness == 0 && score > 0) {
            reasons.add("Their abstracts have nothing in common.");
            return score * OTHER_ABSTRACT;
        }
        return score;
    }

    private static double byPeople(Profile one, Profile other, boolean oneHand, double score, List<String> reasons) {
        if (oneHand) {
            reasons.add("Both have the same first author.");
            return score + ONE_HAND;
        }
        if (one.firstAuthors().isEmpty() || other.firstAuthors().isEmpty()) {
            return score * UNKNOWN_HANDS;
        }
        if (shareSomebody(one, other)) {
            return score;
        }
        reasons.add("They have other first authors.");
        return score * OTHER_HANDS;
    }

    private static boolean haveOneFirstAuthor(Profile one, Profile other) {
        return one.firstAuthors().stream()
                .anyMatch(name -> other.firstAuthors().stream().anyMatch(theirs -> People.mayBeOne(name, theirs)));
    }

    private static boolean shareSomebody(Profile one, Profile other) {
        return anyOne(one.firstAuthors(), other.coauthors()) || anyOne(other.firstAuthors(), one.coauthors());
    }

    private static boolean anyOne(List<String> names, List<String> others) {
        return names.stream().anyMatch(name -> others.stream().anyMatch(other -> People.mayBeOne(name, other)));
    }

    private static double byYear(Profile one, Profile other, double score, List<String> reasons) {
        int apart = one.years().stream()
                .flatMap(year -> other.years().stream().map(theirs -> Math.abs(year - theirs)))
                .min(Integer::compare)
                .orElse(0);
        if (apart <= YEARS) {
            return score;
        }
        reasons.add("%d years lie between them.".formatted(apart));
        return score * FAR_APART;
    }

    private static boolean contradict(List<String> one, List<String> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }
}
