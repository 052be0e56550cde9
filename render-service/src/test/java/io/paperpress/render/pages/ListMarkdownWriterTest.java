package io.paperpress.render.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.render.samples.Materials;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListMarkdownWriterTest {

    @Test
    void theSampleListComesBackRowByRow() {
        var list = Materials.catalogued().list();
        var rows = list.sections().stream()
                .flatMap(chapter -> Stream.concat(
                        chapter.entries().stream(),
                        chapter.sections().stream().flatMap(section -> section.entries().stream())))
                .toList();

        assertThat(list.sections()).hasSize(6);
        assertThat(list.sections().stream()
                        .mapToInt(chapter -> chapter.sections().size())
                        .sum())
                .isEqualTo(21);
        assertThat(rows).hasSize(82);
        assertThat(rows.stream().mapToInt(row -> row.items().size()).sum()).isEqualTo(92);

        var again = Materials.read(ListMarkdownWriter.write(list));

        assertThat(again.title()).isEqualTo("Materials");
        assertThat(again.sections()).isEqualTo(list.sections());
    }

    @Test
    void whatWouldEndACellIsWrittenAsAnEntity() {
        var link = new Link(Link.PAPER, "PDF", " https://example.org/a ");
        var entry = new ListEntry("A | B", "He said \"no\" &amp; left", List.of(new ListItem(null, null, null, link)));
        var list = new ListCatalogued(
                "x",
                1,
                Instant.EPOCH,
                "s",
                "A \"list\"",
                List.of(entry),
                List.of(new ListSection("Empty", List.of(), List.of())));

        assertThat(ListMarkdownWriter.write(list)).isEqualTo("""
                        ---
                        title: "A \\"list\\""
                        ---

                        | Paper | Link |
                        |:------|:-----|
                        | <span class="tooltip" data-tooltip="He said &quot;no&quot; &amp;amp; left">A &#124; B</span> | [PDF](https://example.org/a) |

                        ## Empty
                        """);
    }
}
