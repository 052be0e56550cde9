package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name is an alias of was changed. A canonical name may be an alias of another one: whoever resolves a name
 * follows the chain, which never closes.
 *
 * @param kind what it is the name of
 * @param name as a maintainer wrote it
 * @param folded the form by which names match; {@code common.identity.NameFold} makes it
 * @param changeId the change that made this revision
 * @param canonical what is shown in its place; {@code null} where that is so nowhere, or only within a scope
 * @param scoped what is shown in its place for some of those who bear it; these come before {@code canonical}
 */
public record AliasChanged(
        NameKind kind,
        String name,
        String folded,
        long revision,
        Instant changedAt,
        String changeId,
        @Nullable String canonical,
        List<ScopedName> scoped)
        implements NameEvent {

    public AliasChanged {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(folded, "folded");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(changeId, "changeId");
        scoped = Lists.copy(scoped);
    }

    @Override
    public String key() {
        return "alias:" + kind.slug() + ":" + folded;
    }

    @Override
    @JsonIgnore
    public boolean isGone() {
        return canonical == null && scoped.isEmpty();
    }
}
