package io.paperpress.catalog.identity.likeness;

import io.paperpress.catalog.identity.likeness.TitleView.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much two titles look like one work's. */
final class TitleLikeness {

    /** Below, titles have some letters in common as any two do. */
    private static final double LOWEST = 0.4;

    private static final double CLOSE = 0.75;
    private static final double ALMOST = 0.85;
    /** Of a title, how many letters its beginning must have to stand for it. */
    private static final int BEGINNING = 18;

    /** For each word of both that the other lacks. */
    private static final double STRANGE = 0.12;

    private static final double OTHER_NUMBER = 0.8;
    private static final List<String> ABOUT =
            List.of("comment", "re", "review", "reproducibility", "reply", "rebuttal");

    private TitleLikeness() {}

    /** @param reason a sentence */
    record Found(double score, String reason) {}

    /** @param oneHand whether both works have the same first author */
    static Optional<Found> of(Views one, Views other, boolean oneHand) {
        var numbers = numbers(one.full(), other.full());
        if (numbers == 0 || isAbout(one.full(), other.full())) {
            return Optional.empty();
        }
        return Stream.of(
                        whole(one.full(), other.full()),
                        beginning(one.full(), other.full(), oneHand),
                        part(one.full(), other.main(), 0.9, oneHand, "One title is the other without its subtitle."),
                        part(other.full(), one.main(), 0.9, oneHand, "One title is the other without its subtitle."),
                        part(one.full(), other.sub(), 0.92, oneHand, "One title is the other's subtitle."),
                        part(other.full(), one.sub(), 0.92, oneHand, "One title is the other's subtitle."),
                        part(one.sub(), other.sub(), 0.85, oneHand, "Their subtitles are alike."),
                        names(one, other, oneHand))
                .flatMap(Optional::stream)
                .map(found -> new Found(found.score() * numbers, found.reason()))
                .max(Comparator.comparingDouble(Found::score));
    }

    private static Optional<Found> whole(TitleView one, TitleView other) {
        double likeness = likeness(one, other, LOWEST);
        if (likeness < LOWEST) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                0.97 * likeness,
                likeness == 1
                        ? "Their titles say the same."
                        : "Their titles are alike (%.0f %%).".formatted(100 * likeness)));
    }

    /** Words are looked at only where the letters are as alike as that. */
    private static double likeness(TitleView one, TitleView other, double least) {
        double letters = one.likeness(other);
        if (letters < least) {
            return 0;
        }
        int strange = Math.min(one.strangeTo(other), other.strangeTo(one));
        return letters * Math.max(0.5, 1 - STRANGE * strange);
    }

    /** Titles are cut off at their ends; where the beginning is missing, that it is one hand's must speak for it. */
    private static Optional<Found> beginning(TitleView one, TitleView other, boolean oneHand) {
        var shorter = one.joined().length() < other.joined().length() ? one : other;
        var longer = shorter == one ? other : one;
        boolean cut =
                shorter.isBeginningOf(longer) || (oneHand && longer.joined().endsWith(shorter.joined()));
        return cut && shorter.joined().length() >= BEGINNING
                ? Optional.of(new Found(0.82, "One title is the other, cut off."))
                : Optional.empty();
    }

    /** A part of a title against a whole one, or a part; few words, or such as are only alike, need the same author. */
    private static Optional<Found> part(
            @Nullable TitleView one, @Nullable TitleView other, double weight, boolean oneHand, String reason) {
        if (one == null || other == null || !(isTelling(one) && isTelling(other) || oneHand)) {
            return Optional.empty();
        }
        double least = oneHand ? LOWEST : CLOSE;
        double likeness = likeness(one, other, least);
        return likeness < least ? Optional.empty() : Optional.of(new Found(weight * likeness, reason));
    }

    private static boolean isTelling(TitleView view) {
        return view.words().size() >= TitleView.TELLING_WORDS;
    }

    /** One name above another subtitle, by the same first author. */
    private static Optional<Found> names(Views one, Views other, boolean oneHand) {
        var name = one.main();
        var otherName = other.main();
        if (!oneHand
                || name == null
                || otherName == null
                || !name.numbers().equals(otherName.numbers())
                || name.joined().length() < TitleView.TELLING) {
            return Optional.empty();
        }
        double likeness = name.likeness(otherName);
        return likeness < ALMOST
                ? Optional.empty()
                : Optional.of(new Found(0.65 * likeness, "Their titles begin with the same name."));
    }

    /** 1 where the numbers are the same, less where one title has more, 0 where each has one that the other lacks. */
    private static double numbers(TitleView one, TitleView other) {
        var numbers = one.numbers();
        var others = other.numbers();
        if (numbers.equals(others)) {
            return 1;
        }
        var more = new ArrayList<>(numbers);
        var otherMore = new ArrayList<>(others);
        others.forEach(more::remove);
        numbers.forEach(otherMore::remove);
        if (more.isEmpty() && otherMore.isEmpty()) {
            return 1;
        }
        return more.isEmpty() || otherMore.isEmpty() ? OTHER_NUMBER : 0;
    }

    /** "Comment on …" and "[Re] …" are works of their own. */
    private static boolean isAbout(TitleView one, TitleView other) {
        return ABOUT.stream()
                .anyMatch(word -> one.words().contains(word) != other.words().contains(word));
    }
}
