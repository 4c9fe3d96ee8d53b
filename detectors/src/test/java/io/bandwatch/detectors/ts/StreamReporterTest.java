package io.bandwatch.detectors.ts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.ts.assessment.StreamReport;
import io.bandwatch.detectors.ts.assessment.StreamReporter;
import io.bandwatch.detectors.ts.services.ServiceJudge;
import io.bandwatch.detectors.ts.services.SiteProfile;
import io.bandwatch.signal.InputAccount;
import io.bandwatch.signal.TsFrame;
import io.bandwatch.signal.ts.Codec;
import io.bandwatch.signal.ts.PidRole;
import io.bandwatch.signal.ts.TsComponent;
import io.bandwatch.signal.ts.TsObservation;
import io.bandwatch.signal.ts.TsPid;
import io.bandwatch.signal.ts.TsService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamReporterTest {
    private static final int MOST = 3;

    @Test
    void aServicesBitRateIsThatOfItsPidsInTheLook() {
        List<TsFrame> frames =
                new Streams().services(1, service(7, 100)).looks(3).frames();
        List<StreamReport> reports = reports(List.of(
                counting(frames.get(0), 100, 10, 60),
                counting(frames.get(1), 100, 30, 60),
                counting(frames.get(2), 100, 60, 90)));
        // 20 and 30 packets a second, of 188 bytes; the mean since the start would be 15 and 20 of the video alone
        assertThat(rates(reports)).containsExactly(70 * 1504.0, 20 * 1504.0, 60 * 1504.0);
    }

    @Test
    void countsThatBeginAnewAreNoNegativeRate() {
        Streams streams = new Streams().services(1, service(7, 100)).looks(2);
        List<TsFrame> frames = streams.begunAnew().looks(1).frames();
        List<StreamReport> reports = reports(List.of(
                counting(frames.get(0), 100, 500, 0),
                counting(frames.get(1), 100, 600, 0),
                counting(frames.get(2), 100, 40, 0)));
        assertThat(rates(reports)).containsExactly(500 * 1504.0, 100 * 1504.0, 40 * 1504.0);
    }

    @Test
    void packetsOfTheFeedAreCountedOnWhereTheStreamBeginsAnew() {
        List<TsFrame> frames = new Streams().looks(2).begunAnew().looks(1).frames();
        assertThat(reports(List.of(read(frames.get(0), 700), read(frames.get(1), 1400), read(frames.get(2), 2100))))
                .extracting(StreamReport::measuredPackets)
                .as("an account of what was sent; those of the stream are since its last beginning")
                .containsExactly(700L, 1400L, 2100L);
    }

    @Test
    void aSilentLookIsNotHeard() {
        List<StreamReport> reports =
                reports(new Streams().looks(1).silent(1).looks(1).ended());
        assertThat(reports).extracting(StreamReport::unheardNs).containsExactly(0L, 1_000_000_000L, 0L);
    }

    @Test
    void aPatThatNamesEverythingMakesNoMoreSeries() {
        Streams streams = new Streams();
        for (int look = 0; look < 100; look++) {
            int first = 1 + look * 10;
            streams.services(
                            1,
                            IntStream.range(first, first + 10)
                                    .mapToObj(id -> service(id, 100 + id))
                                    .toArray(TsService[]::new))
                    .looks(1);
        }
        assertThat(reports(streams.frames()).stream()
                        .flatMap(report -> Arrays.stream(report.services()))
                        .map(told -> told.record().service().serviceId()))
                .containsExactly(1, 2, 3);
    }

    @Test
    void ofAStreamWithoutAClockNothingIsTold() {
        assertThat(reports(new Streams().timeless().looks(3).ended())).isEmpty();
    }

    @Test
    void anIntervalHasTheMeanRateOfItsLooksAndWhatItLeftUnfinishedIsToldAtTheEnd() {
        List<TsFrame> frames = new ArrayList<>(
                new Streams().services(1, service(7, 100)).looks(3).ended());
        for (int look = 0; look < 3; look++) {
            frames.set(look, counting(frames.get(look), 100, new int[] {10, 30, 60}[look], 60));
        }
        List<StreamReport> reports = reports(Duration.ofSeconds(2), frames);
        assertThat(reports).extracting(StreamReport::durationNs).containsExactly(2_000_000_000L, 1_000_000_000L);
        assertThat(reports)
                .extracting(StreamReport::time)
                .containsExactly(frames.get(0).time(), frames.get(2).time());
        assertThat(rates(reports)).containsExactly(90 / 2 * 1504.0, 30 * 1504.0);
    }

    @Test
    void whereCountsBeginAnewSoDoesTheInterval() {
        List<TsFrame> frames = new Streams()
                .services(1, service(7, 100))
                .looks(2)
                .begunAnew()
                .looks(3)
                .frames();
        List<StreamReport> reports = reports(
                Duration.ofSeconds(3),
                List.of(
                        counting(frames.get(0), 100, 500, 0),
                        counting(frames.get(1), 100, 700, 0),
                        counting(frames.get(2), 100, 40, 0),
                        counting(frames.get(3), 100, 80, 0),
                        counting(frames.get(4), 100, 120, 0)));
        assertThat(reports).extracting(StreamReport::durationNs).containsExactly(2_000_000_000L, 3_000_000_000L);
        assertThat(rates(reports)).containsExactly(350 * 1504.0, 40 * 1504.0);
    }

    private static List<StreamReport> reports(List<TsFrame> frames) {
        return reports(Duration.ZERO, frames);
    }

    private static List<StreamReport> reports(Duration every, List<TsFrame> frames) {
        ServiceJudge judge = new ServiceJudge(null, null, SiteProfile.BROADCAST);
        return new DetectorRun<>(new StreamReporter(every, MOST, judge), TsFrame::time)
                .over(frames)
                .findings();
    }

    private static List<Double> rates(List<StreamReport> reports) {
        List<Double> rates = new ArrayList<>();
        reports.forEach(report -> rates.add(report.services()[0].bitrateBps()));
        return rates;
    }

    private static TsService service(int serviceId, int videoPid) {
        TsComponent video = new TsComponent(videoPid, 2, Codec.MPEG2VIDEO, PidRole.VIDEO, null);
        TsComponent audio = new TsComponent(videoPid + 1, 3, Codec.MP2, PidRole.AUDIO, null);
        return new TsService(
                1,
                1,
                serviceId,
                "name",
                null,
                1,
                -1,
                false,
                false,
                99,
                videoPid,
                new int[0],
                new TsComponent[] {video, audio},
                Double.NaN);
    }

    /** The look when so many packets were read of its feed. */
    private static TsFrame read(TsFrame frame, long packets) {
        InputAccount input = new InputAccount(packets, 0, 0, 0, 0, 0);
        return new TsFrame(
                frame.feed(), frame.kind(), frame.time(), frame.durationNs(), true, frame.stream(), input, null);
    }

    /** The look with so many packets of two PIDs. */
    private static TsFrame counting(TsFrame frame, int videoPid, long video, long audio) {
        TsObservation stream = java.util.Objects.requireNonNull(frame.stream());
        TsObservation counted = new TsObservation(
                stream.timeNs(),
                stream.clock(),
                stream.synchronised(),
                stream.packetBytes(),
                stream.bitrateBps(),
                stream.recentBitrateBps(),
                stream.counts(),
                new TsPid[] {
                    new TsPid(videoPid, PidRole.VIDEO, video, 0, 0, Double.NaN),
                    new TsPid(videoPid + 1, PidRole.AUDIO, audio, 0, 0, Double.NaN)
                },
                stream.indicators(),
                stream.pcrs(),
                stream.network(),
                stream.services(),
                stream.tables(),
                stream.splices());
        return new TsFrame(frame.feed(), frame.kind(), frame.time(), frame.durationNs(), true, counted, frame.input());
    }
}
