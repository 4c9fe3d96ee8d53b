package io.bandwatch.alerts.influx;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.alerts.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines on disk until the store has them, in the order in which they came. Thread-safe. */
final class PointSpool implements AutoCloseable {
    /** A text in a point may have line breaks. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final SqliteFile.Schema SCHEMA = new SqliteFile.Schema(
            "points.sqlite",
            "the spool of points",
            1,
            List.of(
                    "create table if not exists batch(seq integer primary key autoincrement, lines text not null)",
                    "create table if not exists refused(seq integer primary key autoincrement, line text not null,"
                            + " answer text not null)"));

    /** So many lines that were refused are kept to be looked at; a field that has changed its type would have each of them refused. */
    static final int MOST_REFUSED = 10_000;

    private final SqliteFile file;

    /**
     * Lines that were taken in together.
     *
     * @param seq its number
     * @param lines at least one
     */
    record Batch(long seq, List<String> lines) {
        Batch {
            lines = List.copyOf(lines);
        }
    }

    /** @param mostBytes most bytes of the file; what would make it larger fails as if the disk were full */
    PointSpool(Path folder, long mostBytes) throws IOException {
        this.file = new SqliteFile(folder, SCHEMA, mostBytes);
    }

    /** Returns when the lines are on disk. */
    void add(List<String> lines) throws IOException {
        file.takingIn(sql -> sql.change("insert into batch(lines) values (?)", text(lines)));
    }

    /** Whether it holds as much as it may; a full disk is another matter. */
    boolean isFull() throws IOException {
        return file.isFull();
    }

    /**
     * Gives up the sixteenth of it that has waited longest.
     *
     * @return lines that are given up
     */
    long giveUpOldest() throws IOException {
        return file.inTransaction("written", sql -> {
            try (ResultSet row = sql.query("select max(seq), sum(json_array_length(lines)) from batch where seq <="
                            + " (select min(seq) + (max(seq) - min(seq)) / 16 from batch)")
                    .executeQuery()) {
                long last = row.getLong(1);
                long lines = row.getLong(2);
                int changed = sql.change("delete from batch where seq <= ?", last);
                return changed == 0 ? 0L : lines;
            }
        });
    }

    /** What has waited longest. */
    Optional<Batch> first() throws IOException {
        return file.inTransaction("read", sql -> {
            try (ResultSet row = sql.query("select seq, lines from batch order by seq limit 1")
                    .executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Batch(row.getLong(1), List.of(JSON.readValue(row.getString(2), String[].class))))
                        : Optional.<Batch>empty();
            }
        });
    }

    /** The store has it. */
    void remove(Batch batch) throws IOException {
        file.inTransaction("written", sql -> sql.change("delete from batch where seq = ?", batch.seq()));
    }

    /** The store will never take one line of it: that is kept apart with the newest of its kind, the others wait on. */
    void refuse(Batch batch, Culprit culprit) throws IOException {
        List<String> others = new ArrayList<>(batch.lines());
        others.removeIf(culprit.line()::equals);
        file.inTransaction("written", sql -> {
            sql.change("insert into refused(line, answer) values (?, ?)", culprit.line(), culprit.answer());
            sql.change("delete from refused where seq <= (select max(seq) from refused) - ?", MOST_REFUSED);
            return others.isEmpty()
                    ? sql.change("delete from batch where seq = ?", batch.seq())
                    : sql.change("update batch set lines = ? where seq = ?", text(others), batch.seq());
        });
    }

    private static String text(List<String> lines) throws IOException {
        return JSON.writeValueAsString(lines);
    }

    /** What was refused, the newest last. */
    List<Culprit> refused() throws IOException {
        return file.inTransaction("read", sql -> {
            List<Culprit> found = new ArrayList<>();
            try (ResultSet rows =
                    sql.query("select line, answer from refused order by seq").executeQuery()) {
                while (rows.next()) {
                    found.add(new Culprit(rows.getString(1), rows.getString(2)));
                }
            }
            return found;
        });
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
