package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.Placement;
import io.paperpress.common.identity.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksReaderTest {

    private static final LinksReader READER = new LinksReader(100_000);

    @Test
    void everyLineIsAPaper() {
        var entries = Entries.read(READER, """
                # found today
                https://arxiv.org/pdf/2205.14135v2.pdf

                arXiv:2307.08691
                10.1145/3600006.3613165\r
                https://openreview.net/forum?id=OfjIlbelrT
                """);

        assertThat(entries.refusals).isEmpty();
        assertThat(entries.papers).extracting(PaperEntry::line).containsExactly(2, 4, 5, 6);
        assertThat(entries.fields())
                .extracting(paper -> Identifiers.in(paper).iterator().next().toString())
                .containsExactly(
                        "arxiv:2205.14135", "arxiv:2307.08691", "doi:10.1145/3600006.3613165", "openreview:OfjIlbelrT");
        assertThat(entries.fields().getFirst().links())
                .containsExactly(new Link(Link.PAPER, null, "https://arxiv.org/pdf/2205.14135v2.pdf"));
        assertThat(entries.fields().get(1).identifiers()).containsExactly(new Identifier("arxiv", "2307.08691"));
    }

    @Test
    void whatIsNeitherIsRefusedByItsLine() {
        var entries = Entries.read(READER, "hello world\nftp://example.org/x\n2205.14135\n" + "a.".repeat(40_000));

        assertThat(entries.papers).hasSize(1);
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(1, 2, 4);
    }

    @Test
    void theCallPlacesThem() {
        var entries = Entries.read(
                READER, "2205.14135".getBytes(StandardCharsets.UTF_8), new ReadOptions("mine", List.of("A")));

        assertThat(entries.papers.getFirst().placements()).containsExactly(new Placement("mine", List.of("A"), null));
    }
}
