package io.bandwatch.deploy.cli.acceptance.content;

import io.bandwatch.deploy.cli.acceptance.content.InsertionTally.Told;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.reference.ReferenceDetector;
import io.bandwatch.detectors.content.reference.ReferenceState;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the detector says of levels that are late, beside those of the reference. */
final class Comparison {
    private static final long LOOK_NS = 200_000_000;
    private static final double NS_PER_S = 1e9;

    private Comparison() {}

    /** What is told, in seconds of the programme. */
    static List<Told> told(List<byte[]> reference, List<byte[]> air, Way way) {
        List<Told> told = new ArrayList<>();
        for (Finding finding : findings(reference, air, way.lateLooks())) {
            switch (finding.phase()) {
                case RAISED, RESUMED ->
                    told.add(new Told(
                            way.programmeS(at(finding.since())),
                            Double.POSITIVE_INFINITY,
                            way.programmeS(at(finding.at()))));
                case PAUSED, ENDED -> {
                    Told last = told.remove(told.size() - 1);
                    double toS = Math.min(last.toS(), way.programmeS(at(finding.until())));
                    told.add(new Told(last.fromS(), toS, last.reportedS()));
                }
                case ESCALATED, REVISED -> {
                    // the same presence
                }
            }
        }
        return told;
    }

    private static List<Finding> findings(List<byte[]> reference, List<byte[]> air, int lateLooks) {
        ReferenceDetector detector = new ReferenceDetector(ConditionTimes.ofSeconds(3, 6, 3));
        ReferenceState state = detector.initial();
        List<Finding> findings = new ArrayList<>();
        for (int look = 0; look < air.size() + lateLooks; look++) {
            Instant time = Instant.EPOCH.plusNanos(look * LOOK_NS);
            if (look < reference.size()) {
                state = detector.onObservation(state, look(Role.REFERENCE, time, reference.get(look)))
                        .next();
            }
            if (look >= lateLooks) {
                var step = detector.onObservation(state, look(Role.ON_AIR, time, air.get(look - lateLooks)));
                state = step.next();
                findings.addAll(step.findings());
            }
        }
        return findings;
    }

    private static ContentLook look(Role role, Instant time, byte[] levels) {
        Subject subject = Subject.service(role == Role.REFERENCE ? "reference" : "air", 1);
        return new ContentLook(subject, role, FrameKind.MEASURED, time, LOOK_NS, levels);
    }

    private static double at(Instant time) {
        return Duration.between(Instant.EPOCH, time).toNanos() / NS_PER_S;
    }
}
