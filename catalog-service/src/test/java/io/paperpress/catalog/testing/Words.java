package io.paperpress.catalog.testing;

import io.paperpress.catalog.paper.Vocabulary;
import io.paperpress.catalog.paper.Vocabulary.VenueAlias;
import java.util.List;

/** A small vocabulary for tests. */
public final class Words {

    public static final Vocabulary VOCABULARY = new Vocabulary(
            List.of("quantization", "attention_sparsity"),
            List.of("arXiv", "ICML", "ICLR", "NeurIPS", "MLSys", "SOSP", "TMLR"),
            List.of(
                    new VenueAlias("arxiv", "arXiv"),
                    new VenueAlias("international conference on machine learning", "ICML"),
                    new VenueAlias("international conference on learning representations", "ICLR"),
                    new VenueAlias("neural information processing systems", "NeurIPS"),
                    new VenueAlias("machine learning and systems", "MLSys"),
                    new VenueAlias("symposium on operating systems principles", "SOSP")));

    private Words() {}
}
