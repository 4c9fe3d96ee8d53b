package io.bandwatch.deploy.cli.acceptance.clips;

import io.bandwatch.deploy.cli.acceptance.content.Way;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.clips.KnownClipDetector;
import io.bandwatch.detectors.content.clips.KnownClipState;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the detector tells of what was heard. */
final class Listening {
    private static final long LOOK_NS = 200_000_000;

    private Listening() {}

    static List<Report> reports(KnownClipDetector detector, List<byte[]> levels, Way way) {
        KnownClipState state = detector.initial();
        List<Report> reports = new ArrayList<>();
        for (int look = 0; look <= levels.size(); look++) {
            boolean ended = look == levels.size();
            ContentLook heard = new ContentLook(
                    Subject.service("air", 1),
                    Role.ON_AIR,
                    ended ? FrameKind.ENDED : FrameKind.MEASURED,
                    Instant.EPOCH.plusNanos(look * LOOK_NS),
                    ended ? 0 : LOOK_NS,
                    ended ? new byte[0] : levels.get(look));
            var step = detector.onObservation(state, heard);
            state = step.next();
            step.findings().forEach(finding -> take(finding, way, reports));
        }
        return reports;
    }

    private static void take(Finding finding, Way way, List<Report> reports) {
        double fromS = way.programmeS(seconds(finding.since()));
        String[] said = finding.reasons()[0].arguments();
        if (finding.phase() == Finding.Phase.RAISED) {
            double atS = way.programmeS(seconds(finding.at()));
            reports.add(new Report(said[0], fromS, atS, atS, Double.parseDouble(said[1]), finding.measured()));
        } else {
            Report last = reports.remove(reports.size() - 1);
            double toS = way.programmeS(seconds(finding.until()));
            reports.add(new Report(last.clip(), last.fromS(), toS, last.reportedS(), last.clipS(), finding.measured()));
        }
    }

    private static double seconds(Instant time) {
        return Duration.between(Instant.EPOCH, time).toNanos() / 1e9;
    }
}
