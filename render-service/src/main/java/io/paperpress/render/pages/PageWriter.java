package io.paperpress.render.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.paperpress.render.model.ModelReader;
import io.paperpress.render.model.ShelfPage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes any page but those of {@link Books} from what a reader of the model answers. */
public final class PageWriter {

    private final TemplateEngine templates;
    private final Site site;

    PageWriter(TemplateEngine templates, Site site) {
        this.templates = templates;
        this.site = site;
    }

    /** The page's bytes; {@code null} where it is no more. */
    public byte @Nullable [] write(Page page, ModelReader model) {
        var words = site.with(model.keywords());
        var reader = new PageReader(model, words);
        return switch (page) {
            case Page.Home home -> render(words, "home", reader.home());
            case Page.VenueColours colours ->
                Stylesheet.venues(new VenueColours(model.colours())).getBytes(UTF_8);
            case Page.Search search -> render(words, "search", search);
            case Page.Submission submission -> render(words, "submission", submission);
            case Page.NotFound notFound -> render(words, "notFound", notFound);
            case Page.OfPaper(var paperId) -> render(words, "paper", reader.paper(paperId));
            case Page.GonePaper(var paperId) -> render(words, "gone", reader.gone(paperId));
            case Page.MovedPaper(var paperId) -> moved(paperId, model);
            case Page.OfShelf(var shelfPage) -> shelf(shelfPage, reader, words);
            case Page.Lists lists -> render(words, "lists", reader.lists());
            case Page.OfList(var slug) -> render(words, "list", reader.list(slug));
            case Page.ListMarkdown(var slug) -> markdown(slug, model);
            case Page.BookMarkdown(var book) ->
                throw new IllegalArgumentException(book + " is too long to be held in memory");
        };
    }

    private byte @Nullable [] shelf(ShelfPage page, PageReader reader, Site words) {
        return page.shelf().isIndex()
                ? render(words, "index", reader.index(page))
                : render(words, "group", reader.group(page));
    }

    private static byte @Nullable [] moved(String paperId, ModelReader model) {
        var survivor = model.survivor(paperId);
        return survivor == null ? null : new Page.OfPaper(survivor).path().getBytes(UTF_8);
    }

    private static byte @Nullable [] markdown(String slug, ModelReader model) {
        var list = model.list(slug);
        return list == null ? null : ListMarkdownWriter.write(list).getBytes(UTF_8);
    }

    private byte @Nullable [] render(Site words, String template, @Nullable Object view) {
        if (view == null) {
            return null;
        }
        var output = new Utf8ByteOutput();
        templates.render("page/" + template + ".jte", Map.of("site", words, "view", view), output);
        return output.toByteArray();
    }
}
