package io.bandwatch.alerts.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite database of one writer: one connection, which nobody else may share, with write-ahead log and a file system sync
 * at each commit. Thread-safe.
 */
public final class SqliteFile implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;
    /** Of the room, this part is left to what is there already. */
    private static final int RESERVE = 8;

    /** By then the next rows may find no room. */
    private static final double FULL = 0.9;

    private final String title;
    private final Path path;
    private final int mostPages;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /**
     * What a file holds.
     *
     * @param name of the file
     * @param title what people call it, as {@code the outbox}
     * @param version of the tables; a file of a later one is not opened
     * @param tables statements that make what is not there yet
     */
    public record Schema(String name, String title, int version, List<String> tables) {
        public Schema {
            tables = List.copyOf(tables);
        }
    }

    /** What is done in one transaction. */
    public interface Work<T> {
        /** Does it. */
        T run(Sql sql) throws SQLException, IOException;
    }

    /** Statements, made once. */
    public final class Sql {
        private Sql() {}

        /** A statement whose values are to be set. */
        @SuppressWarnings("resource") // closed with the connection
        public PreparedStatement query(String text) throws SQLException {
            PreparedStatement statement = statements.get(text);
            if (statement == null) {
                statement = connection.prepareStatement(text);
                statements.put(text, statement);
            }
            return statement;
        }

        /** Changes something; returns how many rows. */
        public int change(String text, Object... values) throws SQLException {
            PreparedStatement statement = query(text);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /**
     * Opens a file, or makes one.
     *
     * @param mostBytes most bytes of it; what would make it larger fails as if the disk were full
     */
    public SqliteFile(Path folder, Schema schema, long mostBytes) throws IOException {
        this.title = schema.title();
        this.path = folder.resolve(schema.name());
        Files.createDirectories(folder);
        this.mostPages = (int) Math.min(Integer.MAX_VALUE, mostBytes / PAGE_BYTES);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setPageSize(PAGE_BYTES);
        config.setMaxPageCount(mostPages);
        try {
            this.connection = config.createConnection("jdbc:sqlite:" + path);
        } catch (SQLException unusable) {
            throw new IOException(problem("opened", unusable), unusable);
        }
        try {
            prepare(schema);
        } catch (SQLException unusable) {
            close();
            throw new IOException(problem("opened", unusable), unusable);
        }
    }

    private void prepare(Schema schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("pragma user_version")) {
            int found = version.getInt(1);
            if (found > schema.version()) {
                throw new SQLException("it was written by a newer version of the program");
            }
        }
        execute("begin immediate");
        try (Statement statement = connection.createStatement()) {
            for (String table : schema.tables()) {
                statement.execute(table);
            }
            statement.execute("pragma user_version = " + schema.version());
        }
        execute("commit");
    }

    /**
     * All of it, or nothing.
     *
     * @param doing what it does to the file, for the message where it fails, as {@code written}
     */
    public synchronized <T> T inTransaction(String doing, Work<T> work) throws IOException {
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

    /**
     * Takes in something new, all of it or nothing. An eighth of the room is left, in which what is there already can change: a row that
     * cannot even be marked as done would never go.
     */
    public synchronized <T> T takingIn(Work<T> work) throws IOException {
        try {
            limit(mostPages - mostPages / RESERVE);
            return inTransaction("written", work);
        } finally {
            limit(mostPages);
        }
    }

    /** Whether what it may hold is used up, so far as {@link #takingIn} goes; a full disk is another matter. */
    public synchronized boolean isFull() throws IOException {
        return inTransaction("read", sql -> {
            long pages = number(sql, "pragma page_count") - number(sql, "pragma freelist_count");
            return pages >= (mostPages - mostPages / RESERVE) * FULL;
        });
    }

    private static long number(Sql sql, String text) throws SQLException {
        try (ResultSet row = sql.query(text).executeQuery()) {
            return row.getLong(1);
        }
    }

    private void limit(int pages) throws IOException {
        try {
            execute("pragma max_page_count = " + pages);
        } catch (SQLException failed) {
            throw new IOException(problem("written", failed), failed);
        }
    }

    private void undo() {
        // the driver does not let a statement be used again that failed because the disk is full
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException brokenAnyway) {
                // made anew at its next use
            }
        }
        statements.clear();
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
        return title + " " + path + " cannot be " + doing + " (" + cause.getMessage()
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
