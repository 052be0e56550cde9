package io.paperpress.render.pages;

import io.paperpress.render.model.Facet;
import io.paperpress.render.model.Shelf;
import io.paperpress.render.model.ShelfPage;
import java.util.List;
import java.util.Locale;

/** A page of the site, known by its address. */
public sealed interface Page {

    /** File beside the page at an address that answers no more, and says so. Hidden: it has no address of its own. */
    String GONE = ".gone.html";

    /** File beside the page at an address that leads elsewhere; it holds nothing but the address it leads to. */
    String MOVED = ".moved";

    /** Address below the origin; one that ends in a slash is served from {@code index.html} there. */
    String path();

    /** Whether what it costs to write grows with the catalogue. */
    default boolean isSlow() {
        return false;
    }

    record Home() implements Page {
        @Override
        public String path() {
            return "/";
        }
    }

    /** Stylesheet of the venues' chips: apart, so that a colour can change while pages stay as they are. */
    record VenueColours() implements Page {
        @Override
        public String path() {
            return "/venues.css";
        }
    }

    record Search() implements Page {
        @Override
        public String path() {
            return "/search/";
        }
    }

    /** Shows any submission: its script asks for the one that the address names. */
    record Submission() implements Page {
        @Override
        public String path() {
            return "/submissions/";
        }
    }

    record NotFound() implements Page {
        @Override
        public String path() {
            return "/404.html";
        }
    }

    record OfPaper(String paperId) implements Page {
        @Override
        public String path() {
            return "/papers/" + paperId + "/";
        }
    }

    /** What is answered at the address of a paper that was withdrawn. */
    record GonePaper(String paperId) implements Page {
        @Override
        public String path() {
            return "/papers/" + paperId + "/" + GONE;
        }
    }

    /** Not shown: the address that the one of a merged paper leads to. */
    record MovedPaper(String paperId) implements Page {
        @Override
        public String path() {
            return "/papers/" + paperId + "/" + MOVED;
        }
    }

    record OfShelf(ShelfPage page) implements Page {
        @Override
        public String path() {
            var shelf = page.shelf();
            var first = shelf.isIndex() ? "/" + shelf.slug() + "/" : "/" + shelf.kind() + "/" + shelf.slug() + "/";
            return page.number() == 1 ? first : first + "page/" + page.number() + "/";
        }
    }

    record Lists() implements Page {
        @Override
        public String path() {
            return "/lists/";
        }
    }

    record OfList(String slug) implements Page {
        @Override
        public String path() {
            return "/lists/" + slug + "/";
        }
    }

    record ListMarkdown(String slug) implements Page {
        @Override
        public String path() {
            return "/markdown/lists/" + slug + ".md";
        }
    }

    record BookMarkdown(Book book) implements Page {
        @Override
        public String path() {
            return "/markdown/" + book.fileName();
        }

        @Override
        public boolean isSlow() {
            return true;
        }
    }

    /** The page at an address that {@link #path} gave. */
    static Page at(String path) {
        var parts = List.of(path.substring(1).split("/"));
        return switch (parts.getFirst()) {
            case "" -> new Home();
            case "search" -> new Search();
            case "submissions" -> new Submission();
            case "venues.css" -> new VenueColours();
            case "404.html" -> new NotFound();
            case "papers" -> ofPaper(parts);
            case "lists" -> parts.size() == 1 ? new Lists() : new OfList(parts.get(1));
            case "markdown" ->
                parts.size() == 3
                        ? new ListMarkdown(
                                parts.get(2).substring(0, parts.get(2).length() - ".md".length()))
                        : new BookMarkdown(Book.of(parts.get(1)));
            default -> new OfShelf(shelfPage(parts));
        };
    }

    private static Page ofPaper(List<String> parts) {
        return switch (parts.getLast()) {
            case GONE -> new GonePaper(parts.get(1));
            case MOVED -> new MovedPaper(parts.get(1));
            default -> new OfPaper(parts.get(1));
        };
    }

    private static ShelfPage shelfPage(List<String> parts) {
        var facet = facet(parts.getFirst());
        var isLater = parts.size() >= 3 && parts.get(parts.size() - 2).equals("page");
        var number = isLater ? Integer.parseInt(parts.getLast()) : 1;
        var own = isLater ? parts.subList(1, parts.size() - 2) : parts.subList(1, parts.size());
        return new ShelfPage(own.isEmpty() ? Shelf.indexOf(facet) : Shelf.of(facet, own.getFirst()), number);
    }

    private static Facet facet(String segment) {
        for (var facet : Facet.values()) {
            if (facet.segment().equals(segment)) {
                return facet;
            }
        }
        throw new IllegalArgumentException("No page begins with /" + segment.toLowerCase(Locale.ROOT) + "/");
    }
}
