package io.paperpress.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.PaperEvent;
import io.paperpress.render.samples.EfficientPapers;
import io.paperpress.render.samples.Materials;
import org.junit.jupiter.api.Test;

/** Both sample lists go in as events and come out as the pages they were. */
class SampleListsIT extends WithRenderService {

    @Test
    void bothListsComeBackAndComingAgainRewriteNothing() throws Exception {
        var papers = EfficientPapers.catalogued().toArray(PaperEvent[]::new);
        var materials = Materials.catalogued();
        tell(papers);
        tell(materials.papers().toArray(PaperEvent[]::new));
        tell(materials.list());
        settled();

        assertThat(get("/markdown/cls_institution.md").body()).isEqualTo(EfficientPapers.expected());
        assertThat(Materials.read(get("/markdown/lists/materials.md").body()).sections())
                .isEqualTo(materials.list().sections());
        assertThat(get("/lists/materials/").body()).contains("Subtopic 2: Sparse Attention", "No papers yet");
        assertThat(get("/papers/" + materials.papers().getFirst().paperId() + "/")
                        .body())
                .contains("/lists/materials/#flashattention-1-2-3");
        assertThat(get("/api/site").body())
                .contains("\"papers\":" + (papers.length + materials.papers().size()));

        var before = files();
        tell(papers);
        tell(materials.papers().toArray(PaperEvent[]::new));
        tell(materials.list());
        settled();

        assertThat(files()).isEqualTo(before);
    }
}
