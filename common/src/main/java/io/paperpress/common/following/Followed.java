package io.paperpress.common.following;

import java.util.List;
import java.util.Optional;

/**
 * What can be followed: rows under rising numbers, of which none appears behind one that can be seen.
 *
 * @param <K> what is watched for changes
 */
public interface Followed<K> {

    K watched();

    /** What is told first to whoever comes for the first time. */
    Optional<StreamEvent> beginning();

    /** What is told last, once it {@link #isOver}. */
    Optional<StreamEvent> end();

    /** Whether nothing more will come than what {@link #after} gives when it is asked after this. */
    boolean isOver();

    /** In their order. */
    List<StreamEvent> after(long n, int most);
}
