package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.IndicatorBook.Occurrence;
import io.bandwatch.dsp.ts.check.Repetition.Rule;
import io.bandwatch.dsp.ts.packet.PacketCounter;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsIndicator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Indicators 1.6 and 3.4.a of TR 101 290: the sounds and pictures that tables name are there, and what is there is named by a
 * table. Subtitles, teletext and data may be silent as long as they like. Looks at the counts of packets now and then, so
 * that the packets themselves cost nothing.
 */
final class PidChecks {
    private final IndicatorBook book;
    private final PacketCounter counter;
    private final Rule presence;
    private final double unreferencedS;
    private final SortedSet<Integer> seen = new TreeSet<>();
    private final Map<Integer, Repetition> named = new TreeMap<>();
    private final Map<Integer, Stranger> strangers = new TreeMap<>();
    private final long[] packetsBefore = new long[PacketCounter.PIDS];
    private boolean anyNamed;

    private static final class Stranger {
        private final long sinceNs;
        private boolean counted;
        private boolean active;

        private Stranger(long sinceNs) {
            this.sinceNs = sinceNs;
        }
    }

    PidChecks(IndicatorBook book, PacketCounter counter, TsLimits limits) {
        this.book = book;
        this.counter = counter;
        this.presence = new Rule(TsIndicator.PID_ERROR, limits.pidS());
        this.unreferencedS = limits.unreferencedS();
    }

    /** A PID came for the first time; no table is known to name it. */
    void appeared(int pid, boolean unknown, long nowNs) {
        seen.add(pid);
        if (unknown) {
            strangers.put(pid, new Stranger(nowNs));
        }
    }

    /** PIDs seen, rising. */
    SortedSet<Integer> seen() {
        return seen;
    }

    /** The tables changed. */
    void name(IntFunction<PidRole> roles, long nowNs) {
        long startNs = anyNamed ? nowNs : 0;
        for (int pid = 0; pid < PacketCounter.PIDS; pid++) {
            PidRole role = roles.apply(pid);
            if (role == PidRole.VIDEO || role == PidRole.AUDIO) {
                named.computeIfAbsent(pid, key -> presence.demanded(book, key, startNs));
                anyNamed = true;
            } else {
                named.remove(pid);
            }
            if (role != PidRole.UNKNOWN) {
                strangers.remove(pid);
            } else if (seen.contains(pid)) {
                strangers.computeIfAbsent(pid, key -> new Stranger(nowNs));
            }
        }
    }

    /** Looks at what came since the last time. */
    void look(long nowNs) {
        named.forEach((pid, repetition) -> {
            if (moved(pid)) {
                repetition.came(nowNs);
            }
        });
        strangers.forEach((pid, stranger) -> {
            stranger.active = moved(pid);
            double elapsedS = (nowNs - stranger.sinceNs) * 1e-9;
            if (book.timed() && !stranger.counted && stranger.active && elapsedS > unreferencedS) {
                stranger.counted = true;
                book.record(
                        TsIndicator.UNREFERENCED_PID,
                        new Occurrence(stranger.sinceNs, nowNs, pid, elapsedS, unreferencedS));
            }
        });
    }

    /** Tells the book what is missing and what is there unnamed. */
    void report(long nowNs) {
        named.values().forEach(repetition -> repetition.look(nowNs));
        strangers.forEach((pid, stranger) -> {
            if (stranger.counted && stranger.active) {
                double elapsedS = (nowNs - stranger.sinceNs) * 1e-9;
                book.running(
                        TsIndicator.UNREFERENCED_PID,
                        new Occurrence(stranger.sinceNs, nowNs, pid, elapsedS, unreferencedS));
            }
        });
    }

    private boolean moved(int pid) {
        long packets = counter.packets(pid);
        boolean moved = packets != packetsBefore[pid];
        packetsBefore[pid] = packets;
        return moved;
    }
}
