package io.bandwatch.alerts.push.outbox;

import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.plan.Batch;
import io.bandwatch.alerts.push.plan.PlanState;
import io.bandwatch.alerts.push.plan.Tracked;
import io.bandwatch.alerts.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pushes, and what the rules remember, on disk. Every method that changes something is one transaction, and returns when it
 * is on disk: before that nothing has happened, whatever breaks. A key is taken once; a push with a key that is there already
 * changes nothing. Thread-safe.
 */
public final class Outbox implements AutoCloseable {
    /** Keys of delivered pushes are remembered for so long, to tell doubles; dead ones to be looked at. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final String INSERT =
            "insert or ignore into push(key, channel, json, state, queued_ms, next_ms) values (?, ?, ?, 'queued', ?, ?)";

    private static final SqliteFile.Schema SCHEMA = new SqliteFile.Schema(
            "pushes.sqlite",
            "the outbox",
            1,
            List.of(
                    "create table if not exists push("
                            + "seq integer primary key autoincrement, key text not null unique, channel text not null,"
                            + " json text not null, state text not null, queued_ms integer not null,"
                            + " attempts integer not null default 0, next_ms integer not null,"
                            + " changed_ms integer not null default 0, why text not null default '')",
                    "create index if not exists push_by_channel on push(channel, state, seq)",
                    "create table if not exists plan(kind text not null, id text not null, json text not null,"
                            + " primary key(kind, id)) without rowid",
                    "create table if not exists attempt(channel text not null, at_ms integer not null)",
                    "create index if not exists attempt_by_channel on attempt(channel, at_ms)"));

    private final SqliteFile file;

    /**
     * Opens the outbox in a folder, or makes one.
     *
     * @param mostBytes most bytes of the file; what would make it larger fails as if the disk were full
     */
    public Outbox(Path folder, long mostBytes) throws IOException {
        this.file = new SqliteFile(folder, SCHEMA, mostBytes);
    }

    /** What the rules remember. */
    public PlanState state() throws IOException {
        return file.inTransaction("read", sql -> {
            SortedMap<String, Tracked> incidents = new TreeMap<>();
            SortedMap<String, Batch> batches = new TreeMap<>();
            try (ResultSet rows = sql.query("select kind, id, json from plan").executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(1).equals("incident")) {
                        incidents.put(rows.getString(2), PushCodec.read(rows.getString(3), Tracked.class));
                    } else {
                        batches.put(rows.getString(2), PushCodec.read(rows.getString(3), Batch.class));
                    }
                }
            }
            return new PlanState(incidents, batches);
        });
    }

    /** Takes in pushes, and what the rules remember from now on. */
    public void commit(PlanState before, PlanState after, List<Push> pushes, Instant now) throws IOException {
        file.takingIn(sql -> {
            keep(sql, "incident", before.incidents(), after.incidents());
            keep(sql, "batch", before.batches(), after.batches());
            for (Push push : pushes) {
                insert(sql, push, now);
            }
            return true;
        });
    }

    private static void keep(SqliteFile.Sql sql, String kind, Map<String, ?> before, Map<String, ?> after)
            throws SQLException {
        for (Map.Entry<String, ?> entry : after.entrySet()) {
            // unchanged values are the same objects; comparing them by what they hold would cost more than it saves
            if (before.get(entry.getKey()) != entry.getValue()) {
                sql.change(
                        "insert or replace into plan(kind, id, json) values (?, ?, ?)",
                        kind,
                        entry.getKey(),
                        PushCodec.write(entry.getValue()));
            }
        }
        for (String id : before.keySet()) {
            if (!after.containsKey(id)) {
                sql.change("delete from plan where kind = ? and id = ?", kind, id);
            }
        }
    }

    private static void insert(SqliteFile.Sql sql, Push push, Instant now) throws SQLException {
        sql.change(INSERT, push.key(), push.channel(), PushCodec.write(push), now.toEpochMilli(), now.toEpochMilli());
    }

    /** The push of a channel that has waited longest; the others wait until it is delivered or given up. */
    public Optional<QueuedPush> first(String channel) throws IOException {
        return file.inTransaction("read", sql -> {
            PreparedStatement query = sql.query("select json, queued_ms, attempts, next_ms from push"
                    + " where channel = ? and state = 'queued' order by seq limit 1");
            query.setString(1, channel);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new QueuedPush(
                        PushCodec.read(row.getString(1), Push.class),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getInt(3),
                        Instant.ofEpochMilli(row.getLong(4))));
            }
        });
    }

    /**
     * When a channel may be used again that is used {@code most} times within {@code window} at most: the time of the attempt
     * that has to leave the window first; empty if it may be used at once.
     */
    public Optional<Instant> attemptBefore(String channel, int most) throws IOException {
        return file.inTransaction("read", sql -> {
            PreparedStatement query =
                    sql.query("select at_ms from attempt where channel = ? order by at_ms desc limit 1 offset ?");
            query.setString(1, channel);
            query.setInt(2, most - 1);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.<Instant>empty();
            }
        });
    }

    /**
     * Before a push is sent: counts the attempt, and puts the next one off as if this one failed, so that whoever is killed in
     * between does not hurry.
     */
    public void begin(Push push, Instant next, Instant now) throws IOException {
        file.inTransaction("written", sql -> {
            sql.change(
                    "update push set attempts = attempts + 1, next_ms = ? where key = ?",
                    next.toEpochMilli(),
                    push.key());
            sql.change(
                    "delete from attempt where at_ms < ?",
                    now.minus(Duration.ofHours(1)).toEpochMilli());
            sql.change("insert into attempt(channel, at_ms) values (?, ?)", push.channel(), now.toEpochMilli());
            return true;
        });
    }

    /** The receiver has it. */
    public void delivered(Push push, Instant now) throws IOException {
        file.inTransaction("written", sql -> {
            sql.change(
                    "update push set state = 'sent', changed_ms = ?, why = '' where key = ?",
                    now.toEpochMilli(),
                    push.key());
            sql.change(
                    "delete from push where state <> 'queued' and changed_ms < ?",
                    now.minus(REMEMBERED).toEpochMilli());
            return true;
        });
    }

    /** The attempt failed. */
    public void failed(Push push, Instant next, String why) throws IOException {
        file.inTransaction("written", sql -> {
            sql.change("update push set next_ms = ?, why = ? where key = ?", next.toEpochMilli(), why, push.key());
            return true;
        });
    }

    /**
     * A push is given up, and kept.
     *
     * @param instead the same for another channel, which is queued, or null
     */
    public void giveUp(Push push, @Nullable Push instead, String why, Instant now) throws IOException {
        file.inTransaction("written", sql -> {
            sql.change(
                    "update push set state = 'dead', changed_ms = ?, why = ? where key = ?",
                    now.toEpochMilli(),
                    why,
                    push.key());
            if (instead != null) {
                insert(sql, instead, now);
            }
            return true;
        });
    }

    /** Channels for which something waits. */
    public List<String> waitingChannels() throws IOException {
        return file.inTransaction("read", sql -> {
            List<String> channels = new ArrayList<>();
            try (ResultSet rows = sql.query("select distinct channel from push where state = 'queued' order by channel")
                    .executeQuery()) {
                while (rows.next()) {
                    channels.add(rows.getString(1));
                }
            }
            return channels;
        });
    }

    /** What there is for each channel. */
    public SortedMap<String, OutboxCounts> counts() throws IOException {
        return file.inTransaction("read", sql -> {
            SortedMap<String, OutboxCounts> counts = new TreeMap<>();
            try (ResultSet rows = sql.query(
                            "select channel, sum(state = 'queued'), sum(state = 'sent'), sum(state = 'dead'),"
                                    + " min(case when state = 'queued' then queued_ms end) from push group by channel")
                    .executeQuery()) {
                while (rows.next()) {
                    long oldestMs = rows.getLong(5);
                    Instant oldest = rows.wasNull() ? null : Instant.ofEpochMilli(oldestMs);
                    counts.put(
                            rows.getString(1),
                            new OutboxCounts(rows.getLong(2), rows.getLong(3), rows.getLong(4), oldest));
                }
            }
            return counts;
        });
    }

    /** What was given up, the newest first. */
    public List<DeadPush> dead(int most) throws IOException {
        return file.inTransaction("read", sql -> {
            PreparedStatement query = sql.query(
                    "select key, channel, changed_ms, why from push where state = 'dead' order by changed_ms desc limit ?");
            query.setInt(1, most);
            List<DeadPush> dead = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    dead.add(new DeadPush(
                            rows.getString(1),
                            rows.getString(2),
                            Instant.ofEpochMilli(rows.getLong(3)),
                            rows.getString(4)));
                }
            }
            return dead;
        });
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
