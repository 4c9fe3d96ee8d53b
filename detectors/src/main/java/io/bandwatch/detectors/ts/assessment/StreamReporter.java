package io.bandwatch.detectors.ts.assessment;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.ts.assessment.StreamReport.Service;
import io.bandwatch.detectors.ts.services.ServiceJudge;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells how a transport stream fares, an interval at a time. Of a stream without a clock nothing is told, since its looks have no
 * length. Bit rates of services are those of their PIDs in the interval. The first so many services of a feed are told: a broken
 * PAT may name any of 65,535. Where the counts of the stream begin anew, so does the interval.
 */
public final class StreamReporter implements Detector<TsFrame, StreamReportState, StreamReport> {
    private static final long serialVersionUID = 1L;
    private static final double BITS_PER_PACKET = 188 * 8;
    private static final double NS_PER_S = 1e9;

    private final Duration every;
    private final int mostServices;
    private final ServiceJudge judge;

    /**
     * @param every length of the intervals, to a look; zero for each look
     * @param mostServices services of a feed that are told at most
     * @param judge tells which of them the register explains
     */
    public StreamReporter(Duration every, int mostServices, ServiceJudge judge) {
        this.every = every;
        this.mostServices = mostServices;
        this.judge = judge;
    }

    @Override
    public StreamReportState initial() {
        return StreamReportState.NOTHING;
    }

    @Override
    public Step<StreamReportState, StreamReport> onObservation(StreamReportState state, TsFrame frame) {
        TsObservation stream = frame.stream();
        if (stream == null) {
            return new Step<>(initial(), cutOff(state), Optional.empty());
        }
        if (frame.durationNs() <= 0) {
            return Step.quiet(state);
        }
        List<StreamReport> reports = new ArrayList<>();
        StreamReportState before = state;
        if (stream.counts().packets() < state.packets()) {
            reports.addAll(cutOff(state));
            before = state.anew();
        }
        int[] told = told(state.services(), stream.services());
        StreamReport report = report(before, frame, stream, told);
        boolean over = report.durationNs() >= every.toNanos();
        if (over) {
            reports.add(report);
        }
        StreamReportState next = new StreamReportState(
                stream.counts().packets(),
                over ? Arrays.stream(stream.pids()).mapToInt(TsPid::pid).toArray() : before.pids(),
                over ? Arrays.stream(stream.pids()).mapToLong(TsPid::packets).toArray() : before.pidPackets(),
                told,
                over ? null : report);
        return new Step<>(next, reports, Optional.empty());
    }

    @Override
    public Step<StreamReportState, StreamReport> onDeadline(StreamReportState state, Instant now) {
        return Step.quiet(state);
    }

    private static List<StreamReport> cutOff(StreamReportState state) {
        return state.open() == null ? List.of() : List.of(state.open());
    }

    private StreamReport report(StreamReportState before, TsFrame frame, TsObservation stream, int[] told) {
        StreamReport open = before.open();
        Instant from = open == null ? frame.time() : open.time();
        long lengthNs = Duration.between(from, frame.end()).toNanos();
        boolean heard = stream.counts().packets() > before.packets();
        return new StreamReport(
                frame.feed(),
                from,
                lengthNs,
                (open == null ? 0 : open.unheardNs()) + (heard ? 0 : frame.durationNs()),
                stream.recentBitrateBps(),
                stream.counts(),
                frame.input().samples(),
                stream.indicators(),
                services(before, stream, told, lengthNs),
                frame.transport());
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

    private Service[] services(StreamReportState before, TsObservation stream, int[] told, long lengthNs) {
        return Arrays.stream(stream.services())
                .filter(service -> Arrays.stream(told).anyMatch(id -> id == service.serviceId()))
                .map(service -> new Service(
                        ServiceRecord.of(service, judge),
                        packets(before, stream, service) * BITS_PER_PACKET * NS_PER_S / lengthNs))
                .toArray(Service[]::new);
    }

    /** Packets of its PIDs since the interval began. */
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
