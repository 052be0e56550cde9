package io.paperpress.catalog.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.changes.ChangeLog.Change;
import io.paperpress.common.following.Followed;
import io.paperpress.common.following.StreamEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All changes, for one follower; they have no end. */
final class FollowedChanges implements Followed<String> {

    /** What is watched: there is one log. */
    static final String ALL = "changes";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Told(
            @Nullable String paperId,
            @Nullable String list,
            long revision,
            String change,
            @Nullable String into,
            Instant at) {

        static Told of(Change change) {
            boolean isPaper = change.kind().equals("paper");
            return new Told(
                    isPaper ? change.key() : null,
                    isPaper ? null : change.key(),
                    change.revision(),
                    change.change(),
                    change.into(),
                    change.at());
        }
    }

    private record Position(String id) {}

    private final ChangeLog log;
    private final String name;
    private final long start;

    /** @param start what a follower without an id comes after */
    FollowedChanges(ChangeLog log, String name, long start) {
        this.log = log;
        this.name = name;
        this.start = start;
    }

    @Override
    public String watched() {
        return ALL;
    }

    /** Where this stream begins, so that whoever hears nothing else can come back to it. */
    @Override
    public Optional<StreamEvent> beginning() {
        String id = id(start);
        return Optional.of(new StreamEvent(start, id, "start", new Position(id)));
    }

    @Override
    public Optional<StreamEvent> end() {
        return Optional.empty();
    }

    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public List<StreamEvent> after(long n, int most) {
        return log.after(n, most).stream()
                .map(change -> new StreamEvent(change.n(), id(change.n()), change.kind(), Told.of(change)))
                .toList();
    }

    private String id(long n) {
        return name + "-" + n;
    }
}
