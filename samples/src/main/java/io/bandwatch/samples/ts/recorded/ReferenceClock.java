package io.bandwatch.samples.ts.recorded;

import io.bandwatch.samples.ts.packet.PacketBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The time of every packet of a stream: that of the PID with most clock references, evenly between them. */
final class ReferenceClock {
    private static final double TICKS_PER_NS = 0.027;
    private static final long WRAP = (1L << 33) * 300;

    private final int pid;
    private final SortedSet<Integer> pids;
    private final double[] ticks;
    private final Map<Integer, Long> lengths;

    private record Reference(int packet, long ticks) {}

    private ReferenceClock(int pid, SortedSet<Integer> pids, double[] ticks, Map<Integer, Long> lengths) {
        this.pid = pid;
        this.pids = pids;
        this.ticks = ticks;
        this.lengths = lengths;
    }

    static ReferenceClock of(byte[] stream) {
        Map<Integer, List<Reference>> byPid = new TreeMap<>();
        for (int number = 0; number < stream.length / PacketBytes.LENGTH; number++) {
            int offset = number * PacketBytes.LENGTH;
            if (PacketBytes.hasReference(stream, offset)) {
                byPid.computeIfAbsent(PacketBytes.pid(stream, offset), key -> new ArrayList<>())
                        .add(new Reference(number, PacketBytes.ticks(stream, offset)));
            }
        }
        Map.Entry<Integer, List<Reference>> most = byPid.entrySet().stream()
                .max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
                .filter(entry -> entry.getValue().size() > 1)
                .orElseThrow(() -> new IllegalArgumentException("a stream without clock references has no time"));
        int packets = stream.length / PacketBytes.LENGTH;
        double[] ticks = between(most.getValue(), packets);
        Map<Integer, Long> lengths = new TreeMap<>();
        byPid.forEach((pid, references) ->
                lengths.put(pid, Math.round(references.size() > 1 ? packets * mean(references) : ticks[packets])));
        lengths.put(most.getKey(), Math.round(ticks[packets]));
        return new ReferenceClock(most.getKey(), new TreeSet<>(byPid.keySet()), ticks, lengths);
    }

    /** Evenly between two references; before the first and after the last as fast as on the whole. */
    private static double[] between(List<Reference> references, int packets) {
        Reference first = references.get(0);
        double mean = mean(references);
        double[] ticks = new double[packets + 1];
        int next = 0;
        for (int packet = 0; packet <= packets; packet++) {
            while (next < references.size() && references.get(next).packet <= packet) {
                next++;
            }
            Reference before = references.get(Math.max(0, next - 1));
            double slope = mean;
            if (next > 0 && next < references.size()) {
                Reference after = references.get(next);
                slope = (double) Math.floorMod(after.ticks - before.ticks, WRAP) / (after.packet - before.packet);
            }
            ticks[packet] = Math.floorMod(before.ticks - first.ticks, WRAP) + slope * (packet - before.packet);
        }
        double start = ticks[0];
        for (int packet = 0; packet <= packets; packet++) {
            ticks[packet] -= start;
        }
        return ticks;
    }

    /** Ticks a packet. */
    private static double mean(List<Reference> references) {
        Reference first = references.get(0);
        Reference last = references.get(references.size() - 1);
        return (double) Math.floorMod(last.ticks - first.ticks, WRAP) / (last.packet - first.packet);
    }

    /** Its PID. */
    int pid() {
        return pid;
    }

    /** All PIDs with clock references. */
    SortedSet<Integer> pids() {
        return pids;
    }

    /** Time of a packet since the first, ns; of the number behind the last, that of the whole. */
    long timeNs(int packet) {
        return Math.round(ticks[packet] / TICKS_PER_NS);
    }

    /** Length of the whole by the clock of a PID, ticks of its 27 MHz: encoders differ by some parts in a million. */
    long lengthTicks(int referencePid) {
        return lengths.getOrDefault(referencePid, lengths.getOrDefault(pid, 0L));
    }
}
