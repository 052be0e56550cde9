package io.paperpress.search.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The help text of the query language, made from the tables that the parser reads. */
public final class Help {

    /** What can be typed, what it finds, and an example that can be searched for as it stands. */
    public record Entry(String syntax, String meaning, String example) {}

    private Help() {}

    public static List<Entry> entries() {
        return Stream.concat(
                        Arrays.stream(Construct.values())
                                .map(construct -> new Entry(
                                        construct.sign().isEmpty() ? "words" : construct.sign(),
                                        construct.meaning(),
                                        construct.example())),
                        Arrays.stream(Field.values())
                                .map(field -> new Entry(field.typed() + ":", field.meaning(), field.example())))
                .toList();
    }
}
