package io.paperpress.localstack;

/** A database with the role that owns it, as a service is told about it. */
public record Database(String name, String jdbcUrl, String user, String password) {

    @Override
    public String toString() {
        return "Database[" + jdbcUrl + "]";
    }
}
