package io.bandwatch.dsp.ts.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.bandwatch.dsp.ts.TsMeter;
import io.bandwatch.signal.ts.TsObservation;
import java.util.ArrayList;
import java.util.List;

class StreamFuzzTest {
    private final Patience patience = new Patience();

    /** A byte that says how the rest is cut and whether it has arrival times; the rest is a stream. */
    @FuzzTest(maxDuration = "30m")
    void measuresAnyStream(byte[] data) {
        patience.read(() -> measure(data));
    }

    private static void measure(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int cut = 1 + (data[0] & 0x7F) * 37;
        boolean arriving = data[0] < 0;
        TsMeter meter = new TsMeter();
        List<TsObservation> observations = new ArrayList<>();
        int at = 1;
        int idle = 0;
        while (at < data.length) {
            int length = Math.min(cut, data.length - at);
            int taken = arriving ? meter.accept(data, at, length, at * 1_000_000L) : meter.accept(data, at, length);
            idle = taken == 0 ? idle + 1 : 0;
            assertThat(idle).as("calls that took nothing").isLessThan(100_000);
            at += taken;
            if (meter.due()) {
                observations.add(meter.observe());
            }
        }
        for (meter.end(); meter.due(); meter.end()) {
            observations.add(meter.observe());
        }
        observations.add(meter.observe());
        judge(observations, data.length - 1);
    }

    private static void judge(List<TsObservation> observations, int bytes) {
        long before = 0;
        for (TsObservation observation : observations) {
            assertThat(observation.timeNs()).isGreaterThanOrEqualTo(before);
            before = observation.timeNs();
        }
        TsObservation end = observations.get(observations.size() - 1);
        long accounted = end.counts().packets() * Math.max(188, end.packetBytes())
                + end.counts().lostBytes();
        assertThat(accounted)
                .as("every byte, the missing parity of a last packet too")
                .isBetween((long) bytes, bytes + 16L);
        assertThat(end.pids().length).isLessThanOrEqualTo((int) end.counts().packets());
    }
}
