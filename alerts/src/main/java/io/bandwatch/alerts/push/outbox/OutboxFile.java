package io.bandwatch.alerts.push.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite database of an outbox: one connection, which nobody else may share, with write-ahead log and a file system sync
 * at each commit. Thread-safe.
 */
final class OutboxFile implements AutoCloseable {
    private static final String NAME = "pushes.sqlite";
    private static final int VERSION = 1;
    private static final int PAGE_BYTES = 4096;

    private final Path path;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** What is done in one transaction. */
    interface Work<T> {
        T run(Sql sql) throws SQLException, IOException;
    }

    /** Statements, made once. */
    final class Sql {
        @SuppressWarnings("resource") // closed with the connection
        PreparedStatement query(String text) throws SQLException {
            PreparedStatement statement = statements.get(text);
            if (statement == null) {
                statement = connection.prepareStatement(text);
                statements.put(text, statement);
            }
            return statement;
        }

        int change(String text, Object... values) throws SQLException {
            PreparedStatement statement = query(text);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    OutboxFile(Path folder, long mostBytes) throws IOException {
        Files.createDirectories(folder);
        this.path = folder.resolve(NAME);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setPageSize(PAGE_BYTES);
        config.setMaxPageCount((int) Math.min(Integer.MAX_VALUE, mostBytes / PAGE_BYTES));
        try {
            this.connection = config.createConnection("jdbc:sqlite:" + path);
        } catch (SQLException unusable) {
            throw new IOException(problem("opened", unusable), unusable);
        }
        try {
            prepare();
        } catch (SQLException unusable) {
            close();
            throw new IOException(problem("opened", unusable), unusable);
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("pragma user_version")) {
            int found = version.getInt(1);
            if (found > VERSION) {
                throw new SQLException("it was written by a newer version of the program");
            }
        }
        execute("begin immediate");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists push("
                    + "seq integer primary key autoincrement, key text not null unique, channel text not null,"
                    + " json text not null, state text not null, queued_ms integer not null,"
                    + " attempts integer not null default 0, next_ms integer not null,"
                    + " changed_ms integer not null default 0, why text not null default '')");
            statement.execute("create index if not exists push_by_channel on push(channel, state, seq)");
            statement.execute(
                    "create table if not exists plan(kind text not null, id text not null, json text not null,"
                            + " primary key(kind, id)) without rowid");
            statement.execute("create table if not exists attempt(channel text not null, at_ms integer not null)");
            statement.execute("create index if not exists attempt_by_channel on attempt(channel, at_ms)");
            statement.execute("pragma user_version = " + VERSION);
        }
        execute("commit");
    }

    /** All of it, or nothing. */
    synchronized <T> T inTransaction(String doing, Work<T> work) throws IOException {
        try {
            execute("begin immediate");
            T result = work.run(new Sql());
            execute("commit");
            return result;
        } catch (SQLException failed) {
            undo();
            throw new IOException(problem(doing, failed), failed);
        } catch (IOException | RuntimeException failed) {
            undo();
            throw failed;
        }
    }

    private void undo() {
        try {
            execute("rollback");
        } catch (SQLException undoneAlready) {
            // as SQLite does by itself where the disk is full
        }
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private String problem(String doing, SQLException cause) {
        return "the outbox " + path + " cannot be " + doing + " (" + cause.getMessage()
                + "); see that its disk has room and that no other process uses it";
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IOException(problem("closed", failed), failed);
        }
    }
}
