package io.paperpress.render.model;

/**
 * One page of a shelf.
 *
 * @param number 1 for its first page; the others keep the number they were cut off with, which says nothing of their
 *     order
 */
public record ShelfPage(Shelf shelf, int number) {

    public static ShelfPage first(Shelf shelf) {
        return new ShelfPage(shelf, 1);
    }
}
