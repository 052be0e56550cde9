package io.paperpress.render.model;

/**
 * A name with the address of its page.
 *
 * @param slug last part of the address, unique in its facet and stable
 */
public record Ref(String name, String slug) {}
