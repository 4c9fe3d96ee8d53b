package io.bandwatch.alerts.report;

import io.bandwatch.alerts.Incident;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.detectors.programme.ProgrammeRecord;
import io.bandwatch.detectors.rf.survey.FeedAccount;
import io.bandwatch.detectors.ts.assessment.StreamRecord;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.ts.TsService;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is held until the end: one finished line for each stream, service, carrier and incident, and the totals of the
 * feeds. Its size is bounded by their number. Also what waits for its turn. Not thread-safe.
 */
final class KeptResult {
    private static final int ID_BITS = 16;
    private static final long ID_MASK = 0xFFFF;

    private final TreeMap<FinalKey, byte[]> lines = new TreeMap<>();
    private final TreeMap<String, FeedTotal> feeds = new TreeMap<>();

    /** Feeds of which pictures or sound were looked at; those of transport streams are in {@link #feeds}, too. */
    private final TreeMap<String, FeedTotal> media = new TreeMap<>();

    private final TreeMap<FinalKey, Boolean> countedCarriers = new TreeMap<>();

    private final TreeMap<Moment, byte[]> waiting = new TreeMap<>();
    private long arrivals;

    /** When a line came: event time, kind, and which one of them. */
    private record Moment(long timestampMs, int kind, long arrival) implements Comparable<Moment> {
        private static final Comparator<Moment> ORDER = Comparator.comparingLong(Moment::timestampMs)
                .thenComparingInt(Moment::kind)
                .thenComparingLong(Moment::arrival);

        @Override
        public int compareTo(Moment other) {
            return ORDER.compare(this, other);
        }
    }

    /** What the summary needs of one feed. */
    record FeedTotal(long durationNs, boolean timeKnown, InputAccount input) {}

    /** Holds a line back until nothing earlier can come. */
    void hold(long timestampMs, int kind, byte[] line) {
        waiting.put(new Moment(timestampMs, kind, arrivals++), line);
    }

    /** The lines held back for events up to this time, in their order, which are then held no more. */
    List<byte[]> release(long timestampMs) {
        List<byte[]> released = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.firstKey().timestampMs() <= timestampMs) {
            released.add(waiting.pollFirstEntry().getValue());
        }
        return released;
    }

    void keep(CarrierRecord carrier, byte[] line) {
        FinalKey key =
                new FinalKey(FinalKey.CARRIER, carrier.feed(), carrier.channelHz(), carrier.slot(), carrier.time(), "");
        lines.put(key, line);
        countedCarriers.put(key, carrier.verdict() != Verdict.ARTEFACT);
    }

    void keep(Incident incident, byte[] line) {
        lines.put(key(FinalKey.INCIDENT, incident.subject(), incident.opened(), incident.id()), line);
    }

    /** What was learned later of the same insertion takes its place. */
    void keep(AuthorisedInsertion insertion, byte[] line) {
        lines.put(key(FinalKey.INSERTION, insertion.subject(), insertion.from(), insertion.id()), line);
    }

    void keep(RepetitionRecord repetition, byte[] line) {
        lines.put(key(FinalKey.REPETITION, repetition.subject(), repetition.time(), ""), line);
    }

    private static FinalKey key(int rank, Subject subject, Instant time, String id) {
        long place = subject.isService() ? subject.serviceId() : subject.channelHz();
        return new FinalKey(rank, subject.feed(), place, subject.slot(), time, id);
    }

    void keep(FeedAccount account) {
        feeds.put(account.feed(), new FeedTotal(account.durationNs(), account.timeKnown(), account.input()));
    }

    /** The stream's account; its line, where something of it could be read. */
    void keep(StreamRecord record, byte[] line) {
        feeds.put(record.feed(), new FeedTotal(record.durationNs(), record.timeKnown(), record.input()));
        if (line.length > 0) {
            lines.put(new FinalKey(FinalKey.STREAM, record.feed(), 0, 0, record.time(), ""), line);
        }
    }

    void keep(StreamRecord record, TsService service, byte[] line) {
        long place = ((service.transportStreamId() & ID_MASK) << ID_BITS) | service.serviceId();
        lines.put(new FinalKey(FinalKey.SERVICE, record.feed(), place, 0, record.time(), ""), line);
    }

    void keep(ProgrammeRecord record, byte[] line) {
        lines.put(new FinalKey(FinalKey.PROGRAMME, record.feed(), record.serviceId(), 0, record.time(), ""), line);
        FeedTotal total = new FeedTotal(record.durationNs(), record.timeKnown(), InputAccount.EMPTY);
        media.merge(record.feed(), total, (one, other) -> one.durationNs() >= other.durationNs() ? one : other);
    }

    /** All lines in their order at the end. */
    List<byte[]> lines() {
        return new ArrayList<>(lines.values());
    }

    /** Carriers that are no artefacts. */
    long carriers() {
        return countedCarriers.values().stream().filter(counted -> counted).count();
    }

    long incidents() {
        return count(FinalKey.INCIDENT);
    }

    long streams() {
        return count(FinalKey.STREAM);
    }

    /** Feeds that are of a band. */
    long bands() {
        return feeds.size() - streams();
    }

    long services() {
        return count(FinalKey.SERVICE);
    }

    private long count(int rank) {
        return lines.keySet().stream().filter(key -> key.rank() == rank).count();
    }

    long durationNs() {
        return totals().values().stream().mapToLong(FeedTotal::durationNs).sum();
    }

    boolean timeKnown() {
        return totals().values().stream().allMatch(FeedTotal::timeKnown);
    }

    private Map<String, FeedTotal> totals() {
        Map<String, FeedTotal> totals = new TreeMap<>(media);
        totals.putAll(feeds);
        return totals;
    }

    /** Faults found while reading, by kind; those that did not happen are absent. */
    Map<String, Long> badInput() {
        Map<String, Long> counts = new TreeMap<>();
        for (FeedTotal feed : feeds.values()) {
            add(counts, "non_finite_samples", feed.input().nonFiniteSamples());
            add(counts, "trailing_bytes", feed.input().trailingBytes());
            add(counts, "malformed_rows", feed.input().malformedRows());
            add(counts, "truncated_streams", feed.input().truncatedStreams());
        }
        return counts;
    }

    private static void add(Map<String, Long> counts, String kind, long count) {
        if (count > 0) {
            counts.merge(kind, count, Long::sum);
        }
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(lines.size());
        for (Map.Entry<FinalKey, byte[]> entry : lines.entrySet()) {
            FinalKey key = entry.getKey();
            out.writeInt(key.rank());
            out.writeUTF(key.feed());
            out.writeLong(key.place());
            out.writeInt(key.slot());
            out.writeUTF(key.time().toString());
            out.writeUTF(key.id());
            out.writeBoolean(countedCarriers.getOrDefault(key, false));
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        writeTotals(out, feeds);
        writeTotals(out, media);
        out.writeInt(waiting.size());
        for (Map.Entry<Moment, byte[]> entry : waiting.entrySet()) {
            out.writeLong(entry.getKey().timestampMs());
            out.writeInt(entry.getKey().kind());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
    }

    static KeptResult readFrom(DataInputStream in) throws IOException {
        KeptResult kept = new KeptResult();
        int lineCount = in.readInt();
        for (int i = 0; i < lineCount; i++) {
            int rank = in.readInt();
            String feed = in.readUTF();
            long place = in.readLong();
            int slot = in.readInt();
            Instant time = Instant.parse(in.readUTF());
            FinalKey key = new FinalKey(rank, feed, place, slot, time, in.readUTF());
            boolean counted = in.readBoolean();
            kept.lines.put(key, in.readNBytes(in.readInt()));
            if (rank == FinalKey.CARRIER) {
                kept.countedCarriers.put(key, counted);
            }
        }
        readTotals(in, kept.feeds);
        readTotals(in, kept.media);
        for (int left = in.readInt(); left > 0; left--) {
            kept.hold(in.readLong(), in.readInt(), in.readNBytes(in.readInt()));
        }
        return kept;
    }

    private static void writeTotals(DataOutputStream out, Map<String, FeedTotal> totals) throws IOException {
        out.writeInt(totals.size());
        for (Map.Entry<String, FeedTotal> entry : totals.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().durationNs());
            out.writeBoolean(entry.getValue().timeKnown());
            writeAccount(out, entry.getValue().input());
        }
    }

    private static void readTotals(DataInputStream in, Map<String, FeedTotal> totals) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String feed = in.readUTF();
            long durationNs = in.readLong();
            boolean timeKnown = in.readBoolean();
            totals.put(feed, new FeedTotal(durationNs, timeKnown, readAccount(in)));
        }
    }

    private static void writeAccount(DataOutputStream out, InputAccount input) throws IOException {
        out.writeLong(input.samples());
        out.writeLong(input.durationNs());
        out.writeLong(input.nonFiniteSamples());
        out.writeLong(input.trailingBytes());
        out.writeLong(input.malformedRows());
        out.writeLong(input.truncatedStreams());
    }

    private static InputAccount readAccount(DataInputStream in) throws IOException {
        return new InputAccount(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
