package io.paperpress.render.pages;

import io.paperpress.render.model.FormerPaper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** What stands at the address of a paper that was withdrawn. */
public record GoneView(FormerPaper paper) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public String title() {
        return Objects.requireNonNullElse(paper.title(), "Untitled");
    }

    public String reason() {
        return Objects.requireNonNullElse(paper.reason(), "");
    }

    public String since() {
        return DAY.format(LocalDate.ofInstant(paper.since(), ZoneOffset.UTC));
    }
}
