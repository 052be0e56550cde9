package io.paperpress.ingest.following;

import java.util.List;

/** What can be followed: one submission, or all of a call. */
interface Followed {

    /** The call that is watched for changes. */
    String batchId();

    /** What is told first, under the id 0. */
    Object beginning();

    /** What is told last. */
    Object end();

    /** Whether nothing more will come than what {@link #after} gives when it is asked after this. */
    boolean isOver();

    /** Stages in the order in which they became known. */
    List<Told> after(long n, int most);
}
