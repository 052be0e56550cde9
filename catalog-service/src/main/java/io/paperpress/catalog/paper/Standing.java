package io.paperpress.catalog.paper;

import org.jspecify.annotations.Nullable;

/** Whether readers find a paper, and if not, what became of it. */
public sealed interface Standing {

    Standing LISTED = new Listed();

    /** As it stands in the database. */
    String slug();

    /** Readers find it. */
    record Listed() implements Standing {
        @Override
        public String slug() {
            return "listed";
        }
    }

    /** It was taken out; nothing brings it back but a maintainer's word. */
    record Withdrawn(String reason) implements Standing {
        @Override
        public String slug() {
            return "withdrawn";
        }
    }

    /** It turned out to be another paper, which may itself be merged on. */
    record Merged(String into, @Nullable String reason) implements Standing {
        @Override
        public String slug() {
            return "merged";
        }
    }
}
