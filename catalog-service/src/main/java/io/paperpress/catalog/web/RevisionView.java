package io.paperpress.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.store.CatalogueReader.KeptRevision;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed a paper, who, when, from which submission or by which change.
 *
 * @param action what was done: {@code submission}, {@code edit}, {@code merge} …
 * @param reason why, where that was said
 * @param standing {@code withdrawn} or {@code merged} where it was not listed then; {@code null} where it was
 * @param approvedBy the maintainer who approved it, where it was proposed
 * @param changed names of the shown fields that are new or other than before
 * @param paper the paper as it was; {@code null} in an overview
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RevisionView(
        long revision,
        Instant revisedAt,
        String submissionId,
        String submitter,
        String action,
        @Nullable String reason,
        @Nullable String standing,
        @Nullable String mergedInto,
        @Nullable String approvedBy,
        List<String> changed,
        @Nullable PaperView paper) {

    static RevisionView of(KeptRevision kept, @Nullable KeptRevision before, @Nullable PaperView paper) {
        return new RevisionView(
                kept.revision(),
                kept.revisedAt(),
                kept.submissionId(),
                kept.submitter(),
                kept.action(),
                kept.reason(),
                kept.standing() instanceof Listed ? null : kept.standing().slug(),
                kept.standing() instanceof Merged merged ? merged.into() : null,
                kept.approvedBy(),
                changed(before == null ? null : before.state(), kept.state()),
                paper);
    }

    /** With no state before it, whatever has a value is new. */
    private static List<String> changed(@Nullable PaperCatalogued before, PaperCatalogued now) {
        var changed = new ArrayList<String>();
        for (var component : PaperFields.class.getRecordComponents()) {
            Object then = before == null ? null : value(before.paper(), component);
            if (!Objects.equals(unlessEmpty(then), unlessEmpty(value(now.paper(), component)))) {
                changed.add(component.getName().equals("abstractText") ? "abstract" : component.getName());
            }
        }
        if (!now.versions().equals(before == null ? List.of() : before.versions())) {
            changed.add("versions");
        }
        return changed;
    }

    private static @Nullable Object value(PaperFields fields, java.lang.reflect.RecordComponent component) {
        try {
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Accessors of a public record can be called", impossible);
        }
    }

    private static @Nullable Object unlessEmpty(@Nullable Object value) {
        return value instanceof List<?> list && list.isEmpty() ? null : value;
    }
}
