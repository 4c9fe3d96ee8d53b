package io.bandwatch.dsp.ts.check;

import io.bandwatch.dsp.ts.check.Repetition.Rule;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.TsIndicator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Indicator 2.5 of TR 101 290: every sound and picture gives its presentation time often enough. And the layer of MPEG audio,
 * which stands in the frames alone: stream types 3 and 4 mean any of three (ISO/IEC 11172-3, 2.4.2.3).
 */
final class PesChecks {
    private final IndicatorBook book;
    private final Rule rule;
    private final Map<Integer, Repetition> byPid = new TreeMap<>();
    private final Map<Integer, Codec> layers = new TreeMap<>();

    PesChecks(IndicatorBook book, TsLimits limits) {
        this.book = book;
        this.rule = new Rule(TsIndicator.PTS_ERROR, limits.ptsS());
    }

    /** A PES packet begins in these bytes. */
    void unitStart(int pid, byte[] bytes, int from, int end, long nowNs) {
        if (!PesHeader.startsAt(bytes, from, end)) {
            return;
        }
        if (PesHeader.hasPts(bytes, from, end)) {
            byPid.computeIfAbsent(pid, key -> rule.expected(book, key, nowNs)).came(nowNs);
        }
        if (PesHeader.mayBeMpegAudio(bytes, from)) {
            PesHeader.audioLayer(bytes, from, end).ifPresent(layer -> layers.put(pid, layer));
        }
    }

    /** What comes of a PID cannot be read, or is no sound or picture any more. */
    void blind(int pid) {
        byPid.remove(pid);
    }

    /** Layer of the MPEG audio of a PID. */
    Optional<Codec> audioLayer(int pid) {
        return Optional.ofNullable(layers.get(pid));
    }

    /** Tells the book what is overdue. */
    void look(long nowNs) {
        byPid.values().forEach(repetition -> repetition.look(nowNs));
    }
}
