package io.bandwatch.detectors.content.peers;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ContentLook.Role;
import io.bandwatch.detectors.content.Show;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.signal.FrameKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places in which a programme is received, look by look, in order of time. */
final class Places {
    static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS_PER_S = 5;

    private Places() {}

    /**
     * What is received in one place.
     *
     * @param subject where
     * @param station what a schedule calls it
     * @param lateS how late, s
     * @param sound what is heard
     * @param show what is seen, or null
     */
    record Place(Subject subject, String station, double lateS, Spectrogram sound, @Nullable Show show) {
        int lateLooks() {
            return (int) Math.round(lateS * LOOKS_PER_S);
        }

        int looks() {
            return sound.looks();
        }

        /** The look of a number; the one behind the last says that it is over. */
        ContentLook look(int number) {
            boolean over = number == looks();
            return new ContentLook(
                    subject,
                    Role.PERHAPS,
                    over ? FrameKind.ENDED : FrameKind.MEASURED,
                    START.plus(LOOK.multipliedBy(number + lateLooks())),
                    over ? 0 : LOOK.toNanos(),
                    station,
                    over ? new byte[0] : sound.look(number),
                    over || show == null ? new long[0] : show.look(number),
                    null);
        }
    }

    /** What is told of them. */
    static List<Finding> compared(PeerDetector detector, List<Place> places, ContentLook... before) {
        PeerState state = detector.initial();
        for (ContentLook look : before) {
            state = detector.onObservation(state, new PeerLook("news", look)).next();
        }
        List<Finding> findings = new ArrayList<>();
        int last = places.stream()
                .mapToInt(place -> place.looks() + place.lateLooks())
                .max()
                .orElse(0);
        for (int look = 0; look <= last; look++) {
            for (Place place : places) {
                int number = look - place.lateLooks();
                if (number >= 0 && number <= place.looks()) {
                    var step = detector.onObservation(state, new PeerLook("news", place.look(number)));
                    state = step.next();
                    findings.addAll(step.findings());
                }
            }
        }
        return findings;
    }

    /** Seconds since the start. */
    static double at(Instant time) {
        return Duration.between(START, time).toMillis() / 1e3;
    }
}
