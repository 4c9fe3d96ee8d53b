package io.bandwatch.detectors.rds;

import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.rds.sync.BitFrame;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A receiver that is shown frames, and everything it ever reported. */
final class Listening {
    private static final RdsReceiver RECEIVER = new RdsReceiver(RdsSettings.DEFAULT);

    final Set<Integer> codes = new LinkedHashSet<>();
    final Set<String> names = new LinkedHashSet<>();
    final Set<String> texts = new LinkedHashSet<>();
    private RdsState state = RECEIVER.initial();

    Listening toGroups(List<int[]> groups) {
        return to(new RdsBitStream().groups(groups).frames());
    }

    Listening to(List<BitFrame> frames) {
        for (BitFrame frame : frames) {
            state = RECEIVER.receive(state, frame);
            note(station().pi(), codes);
            note(station().ps(), names);
            note(station().radioText(), texts);
        }
        return this;
    }

    /** Frames without bits, as of a carrier that went off. */
    Listening toSilence(long fromMs, long toMs) {
        for (long ms = fromMs; ms <= toMs; ms += 200) {
            to(List.of(new BitFrame(RdsBitStream.START.plusMillis(ms), new byte[0], 0, RdsBitStream.BIT_NS)));
        }
        return this;
    }

    private static <T> void note(@Nullable T value, Set<T> seen) {
        if (value != null) {
            seen.add(value);
        }
    }

    RdsStation station() {
        return RECEIVER.station(state);
    }

    RdsReception reception() {
        return RECEIVER.reception(state);
    }
}
