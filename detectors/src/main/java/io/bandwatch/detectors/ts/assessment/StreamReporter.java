package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.ts.assessment.StreamReport.Service;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells how a transport stream fares, a look at a time. Of a stream without a clock nothing is told, since its looks have no
 * length. Bit rates of services are those of their PIDs in the look. The first so many services of a feed are told: a broken
 * PAT may name any of 65,535.
 */
public final class StreamReporter implements Detector<TsFrame, StreamReportState, StreamReport> {
    private static final long serialVersionUID = 1L;
    private static final double BITS_PER_PACKET = 188 * 8;
    private static final double NS_PER_S = 1e9;

    private final int mostServices;

    /** @param mostServices services of a feed that are told at most */
    public StreamReporter(int mostServices) {
        this.mostServices = mostServices;
    }

    @Override
    public StreamReportState initial() {
        return StreamReportState.NOTHING;
    }

    @Override
    public Step<StreamReportState, StreamReport> onObservation(StreamReportState state, TsFrame frame) {
        TsObservation stream = frame.stream();
        if (stream == null || frame.durationNs() <= 0) {
            return Step.quiet(state);
        }
        long packets = stream.counts().packets();
        // counts begin anew where the measurement did
        StreamReportState before =
                packets < state.packets() ? new StreamReportState(0, new int[0], new long[0], state.services()) : state;
        int[] told = told(state.services(), stream.services());
        StreamReport report = new StreamReport(
                frame.feed(),
                frame.time(),
                frame.durationNs(),
                packets > before.packets(),
                stream.recentBitrateBps(),
                stream.counts(),
                frame.input().samples(),
                stream.indicators(),
                services(before, frame, stream, told),
                frame.transport());
        StreamReportState next = new StreamReportState(
                packets,
                Arrays.stream(stream.pids()).mapToInt(TsPid::pid).toArray(),
                Arrays.stream(stream.pids()).mapToLong(TsPid::packets).toArray(),
                told);
        return new Step<>(next, List.of(report), Optional.empty());
    }

    @Override
    public Step<StreamReportState, StreamReport> onDeadline(StreamReportState state, Instant now) {
        return Step.quiet(state);
    }

    private int[] told(int[] before, TsService[] now) {
        List<Integer> told = new ArrayList<>(Arrays.stream(before).boxed().toList());
        for (TsService service : now) {
            if (told.size() < mostServices && !told.contains(service.serviceId())) {
                told.add(service.serviceId());
            }
        }
        return told.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Service[] services(StreamReportState before, TsFrame frame, TsObservation stream, int[] told) {
        return Arrays.stream(stream.services())
                .filter(service -> Arrays.stream(told).anyMatch(id -> id == service.serviceId()))
                .map(service -> new Service(
                        service.serviceId(),
                        service.name(),
                        service.scrambled(),
                        packets(before, stream, service) * BITS_PER_PACKET * NS_PER_S / frame.durationNs()))
                .toArray(Service[]::new);
    }

    /** Packets of its PIDs since the look before. */
    private static long packets(StreamReportState before, TsObservation stream, TsService service) {
        Set<Integer> pids = new HashSet<>(List.of(service.pmtPid(), service.pcrPid()));
        for (TsComponent component : service.components()) {
            pids.add(component.pid());
        }
        long packets = 0;
        for (TsPid pid : stream.pids()) {
            if (pids.contains(pid.pid())) {
                int earlier = Arrays.binarySearch(before.pids(), pid.pid());
                packets += pid.packets() - (earlier < 0 ? 0 : before.pidPackets()[earlier]);
            }
        }
        return packets;
    }
}
