package io.paperpress.catalog.naming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.naming.WordsRead.KeywordWord;
import io.paperpress.catalog.naming.WordsRead.KeywordWords;
import io.paperpress.catalog.naming.WordsRead.VenueWord;
import io.paperpress.catalog.naming.WordsRead.VenueWords;
import io.paperpress.catalog.store.Words;
import io.paperpress.catalog.store.Words.Keyword;
import io.paperpress.catalog.store.Words.Venue;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The vocabularies over HTTP: as a whole, and word by word. */
@RestController
@RequestMapping("/api/vocabularies")
class VocabularyController {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Vocabulary<T>(String kind, List<T> words) {}

    private final Words words;
    private final VocabularyBook book;

    VocabularyController(Words words, VocabularyBook book) {
        this.words = words;
        this.book = book;
    }

    @GetMapping("/keyword")
    Vocabulary<KeywordWord> keywords() {
        return new Vocabulary<>(
                "keyword", words.keywords().stream().map(KeywordWord::of).toList());
    }

    @GetMapping("/venue")
    Vocabulary<VenueWord> venues() {
        return new Vocabulary<>(
                "venue", words.venues().stream().map(VenueWord::of).toList());
    }

    @PutMapping("/keyword")
    @PreAuthorize("hasRole('maintainer')")
    Vocabulary<KeywordWord> putKeywords(@RequestBody KeywordWords body, Principal by) {
        var all = body.all();
        book.changeKeywords(_ -> all, by.getName());
        return keywords();
    }

    @PutMapping("/venue")
    @PreAuthorize("hasRole('maintainer')")
    Vocabulary<VenueWord> putVenues(@RequestBody VenueWords body, Principal by) {
        var all = body.all();
        book.changeVenues(_ -> all, by.getName());
        return venues();
    }

    @GetMapping("/keyword/{*id}")
    KeywordWord keyword(@PathVariable String id) {
        return KeywordWord.of(found(words.keywords(), isKeyword(id)));
    }

    @GetMapping("/venue/{*name}")
    VenueWord venue(@PathVariable String name) {
        return VenueWord.of(found(words.venues(), isVenue(name)));
    }

    @PutMapping("/keyword/{*id}")
    @PreAuthorize("hasRole('maintainer')")
    KeywordWord putKeyword(@PathVariable String id, @RequestBody KeywordWord body, Principal by) {
        book.changeKeywords(
                before -> {
                    int place = before.stream()
                            .filter(isKeyword(id))
                            .mapToInt(Keyword::order)
                            .findFirst()
                            .orElseGet(() -> 1
                                    + before.stream()
                                            .mapToInt(Keyword::order)
                                            .max()
                                            .orElse(0));
                    return with(before, isKeyword(id), body.as(named(id), place));
                },
                by.getName());
        return keyword(id);
    }

    @PutMapping("/venue/{*name}")
    @PreAuthorize("hasRole('maintainer')")
    VenueWord putVenue(@PathVariable String name, @RequestBody VenueWord body, Principal by) {
        book.changeVenues(before -> with(before, isVenue(name), body.as(named(name))), by.getName());
        return venue(name);
    }

    @DeleteMapping("/keyword/{*id}")
    @PreAuthorize("hasRole('maintainer')")
    ResponseEntity<Void> deleteKeyword(@PathVariable String id, Principal by) {
        book.changeKeywords(before -> without(before, isKeyword(id)), by.getName());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/venue/{*name}")
    @PreAuthorize("hasRole('maintainer')")
    ResponseEntity<Void> deleteVenue(@PathVariable String name, Principal by) {
        book.changeVenues(before -> without(before, isVenue(name)), by.getName());
        return ResponseEntity.noContent().build();
    }

    private static String named(String rest) {
        return WordsRead.tidy(rest.substring(1));
    }

    private static Predicate<Keyword> isKeyword(String rest) {
        return keyword -> keyword.id().equals(named(rest));
    }

    private static Predicate<Venue> isVenue(String rest) {
        return venue -> venue.name().equals(named(rest));
    }

    private static <T> T found(List<T> words, Predicate<T> which) {
        return words.stream().filter(which).findFirst().orElseThrow(Refusal::noWord);
    }

    private static <T> List<T> with(List<T> words, Predicate<T> which, T word) {
        var changed = new ArrayList<T>();
        boolean isThere = false;
        for (T known : words) {
            isThere |= which.test(known);
            changed.add(which.test(known) ? word : known);
        }
        if (!isThere) {
            changed.add(word);
        }
        return changed;
    }

    private static <T> List<T> without(List<T> words, Predicate<T> which) {
        found(words, which);
        return words.stream().filter(which.negate()).toList();
    }
}
