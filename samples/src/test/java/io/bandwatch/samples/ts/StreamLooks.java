package io.bandwatch.samples.ts;

import io.bandwatch.dsp.ts.TsMeter;
import io.bandwatch.samples.ts.packet.PacketBytes;
import io.bandwatch.signal.ts.TsIndicator;
import io.bandwatch.signal.ts.TsIndicatorCount;
import io.bandwatch.signal.ts.TsObservation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at a stream, a second apart, as the service would. */
public final class StreamLooks {
    private static final int BLOCK_PACKETS = 1000;

    private StreamLooks() {}

    public static List<TsObservation> of(PacketStream stream, long durationNs) {
        TsMeter meter = new TsMeter();
        List<TsObservation> looks = new ArrayList<>();
        byte[] block = new byte[BLOCK_PACKETS * PacketBytes.LENGTH];
        while (stream.timeNs() < durationNs) {
            for (int packet = 0; packet < BLOCK_PACKETS; packet++) {
                stream.next(block, packet * PacketBytes.LENGTH);
            }
            int offset = 0;
            while (offset < block.length) {
                offset += meter.accept(block, offset, block.length - offset);
                if (meter.due()) {
                    looks.add(meter.observe());
                }
            }
        }
        return looks;
    }

    /** Indicators that have counted or run. */
    public static Set<TsIndicator> shown(TsObservation look) {
        Set<TsIndicator> shown = EnumSet.noneOf(TsIndicator.class);
        for (TsIndicatorCount count : look.indicators()) {
            if (count.count() > 0 || count.running()) {
                shown.add(count.indicator());
            }
        }
        return shown;
    }

    public static Map<TsIndicator, TsIndicatorCount> byIndicator(TsObservation look) {
        Map<TsIndicator, TsIndicatorCount> counts = new EnumMap<>(TsIndicator.class);
        for (TsIndicatorCount count : look.indicators()) {
            counts.put(count.indicator(), count);
        }
        return counts;
    }
}
