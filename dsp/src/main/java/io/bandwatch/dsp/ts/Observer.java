package io.bandwatch.dsp.ts;

import io.bandwatch.dsp.ts.packet.PacketCounter;
import io.bandwatch.dsp.ts.packet.PacketFormat;
import io.bandwatch.dsp.ts.packet.PacketReader;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsCounts;
import io.bandwatch.signal.ts.TsNetwork;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import io.bandwatch.signal.ts.TsSplice;
import java.util.Set;
import java.util.TreeSet;

/** Puts observations together from what was counted, and keeps what the one before said. */
final class Observer {
    private static final double BITS = 8.0 * PacketFormat.PACKET_BYTES;

    private final StreamAnalysis analysis;
    private final PacketReader reader;
    private final PacketCounter counter;
    private final long[] packetsBefore = new long[PacketCounter.PIDS];
    private final long[] scrambledBefore = new long[PacketCounter.PIDS];
    private final boolean[] scrambledNow = new boolean[PacketCounter.PIDS];
    private long allBefore;
    private long nsBefore;

    Observer(StreamAnalysis analysis, PacketReader reader) {
        this.analysis = analysis;
        this.reader = reader;
        this.counter = analysis.counter();
    }

    TsObservation observe(TsSplice[] splices) {
        long nowNs = analysis.nowNs();
        PacketFormat format = reader.format();
        analysis.checks().seen().forEach(this::lookWhetherScrambled);
        TsObservation observation = new TsObservation(
                nowNs,
                analysis.clock().source(),
                reader.locked(),
                format == null ? 0 : format.stride(),
                bitrateBps(counter.packets(), nowNs),
                bitrateBps(counter.packets() - allBefore, nowNs - nsBefore),
                counts(),
                pids(nowNs),
                analysis.checks().indicators(analysis.shownNs()),
                analysis.checks().pcrs(),
                network(),
                services(nowNs),
                analysis.directory().tables(),
                splices);
        allBefore = counter.packets();
        nsBefore = nowNs;
        return observation;
    }

    private void lookWhetherScrambled(int pid) {
        long packets = counter.packets(pid);
        long scrambled = counter.scrambled(pid);
        if (packets != packetsBefore[pid]) {
            scrambledNow[pid] = scrambled != scrambledBefore[pid];
        }
        packetsBefore[pid] = packets;
        scrambledBefore[pid] = scrambled;
    }

    private TsNetwork network() {
        TsNetwork told = analysis.directory().network();
        return analysis.t2mi() ? told.withT2mi() : told;
    }

    private TsCounts counts() {
        return new TsCounts(
                counter.packets(),
                reader.lostBytes(),
                reader.syncLosses(),
                reader.syncByteErrors(),
                counter.transportErrors(),
                counter.continuityErrors(),
                counter.duplicates(),
                analysis.crcErrors(),
                counter.packets(PacketCounter.NULL_PID),
                counter.scrambled(),
                analysis.encryptedSplices());
    }

    private TsPid[] pids(long nowNs) {
        return analysis.checks().seen().stream()
                .map(pid -> new TsPid(
                        pid,
                        analysis.role(pid),
                        counter.packets(pid),
                        counter.continuityErrors(pid),
                        counter.scrambled(pid),
                        bitrateBps(counter.packets(pid), nowNs)))
                .toArray(TsPid[]::new);
    }

    private TsService[] services(long nowNs) {
        return analysis.directory().services().stream()
                .map(service -> measured(service, nowNs))
                .toArray(TsService[]::new);
    }

    private TsService measured(TsService service, long nowNs) {
        Set<Integer> pids = new TreeSet<>();
        boolean scrambled = false;
        TsComponent[] components = new TsComponent[service.components().length];
        for (int place = 0; place < components.length; place++) {
            TsComponent component = service.components()[place];
            components[place] = withLayer(component);
            pids.add(component.pid());
            scrambled |= scrambledNow[component.pid()];
        }
        pids.add(service.pmtPid());
        pids.add(service.pcrPid());
        long packets = pids.stream()
                .filter(pid -> pid >= 0 && pid < PacketCounter.NULL_PID)
                .mapToLong(counter::packets)
                .sum();
        return service.measured(components, scrambled, bitrateBps(packets, nowNs));
    }

    /** Stream types 3 and 4 leave the layer to the frames. */
    private TsComponent withLayer(TsComponent component) {
        if (component.streamType() != 0x03 && component.streamType() != 0x04) {
            return component;
        }
        Codec codec = analysis.checks().audioLayer(component.pid()).orElse(component.codec());
        return new TsComponent(component.pid(), component.streamType(), codec, component.role(), component.language());
    }

    private static double bitrateBps(long packets, long ns) {
        return ns <= 0 ? Double.NaN : packets * BITS * 1e9 / ns;
    }
}
