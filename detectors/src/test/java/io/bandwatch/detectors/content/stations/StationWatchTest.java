package io.bandwatch.detectors.content.stations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ledger.LeaveNews;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StationWatchTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Subject STATION = Subject.carrier("roof", 98_100_000, 0);

    @Test
    void aCarrierIsNoStationAnyMoreAfterTenSecondsWithoutOne() {
        StationWatch watch = new StationWatch();
        HeardStation heard = watch.initial();
        List<LeaveNews> news = new ArrayList<>();
        for (int s = 0; s < 60; s++) {
            boolean known = s < 20 || (s >= 25 && s < 40);
            ContentLook look = new ContentLook(
                    STATION,
                    ContentLook.Role.PERHAPS,
                    FrameKind.MEASURED,
                    at(s),
                    1_000_000_000,
                    known ? "HILL" : null,
                    new byte[16],
                    new long[0],
                    null);
            Step<HeardStation, LeaveNews> step = watch.onObservation(heard, look);
            heard = step.next();
            news.addAll(step.findings());
        }

        assertThat(news).extracting(LeaveNews::station).containsExactly("HILL", "");
        assertThat(news).extracting(LeaveNews::time).containsExactly(at(0), at(50));
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
