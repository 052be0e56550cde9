package io.paperpress.ingest.submission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How to reach readers who corrected something; for maintainers only, and forgotten after a while. */
class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(String submissionId, String contact, Instant at) {
        jdbc.sql("insert into contact (submission_id, contact, received_at) values (:id, :contact, :at)")
                .param("id", submissionId)
                .param("contact", contact)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<String> find(String submissionId) {
        return jdbc.sql("select contact from contact where submission_id = :id")
                .param("id", submissionId)
                .query(String.class)
                .optional();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from contact where received_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
