package io.bandwatch.samples.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events of one layer and the time between them, one after the other without a gap. */
final class Stretches {
    private Stretches() {}

    /**
     * One of them.
     *
     * @param kind what happens in it, null where nothing does
     * @param lengthS its length, a whole number of pictures, s
     */
    record Stretch(@Nullable EventKind kind, double lengthS) {
        /** The length for a filter. */
        String length() {
            return String.format(Locale.ROOT, "%.2f", lengthS);
        }
    }

    static List<Stretch> of(MediaScene scene, Predicate<EventKind> layer) {
        List<Stretch> stretches = new ArrayList<>();
        long at = 0;
        for (MediaEvent event : scene.events()) {
            if (layer.test(event.kind())) {
                add(stretches, null, at, pictures(event.fromS()));
                add(stretches, event.kind(), pictures(event.fromS()), pictures(event.toS()));
                at = pictures(event.toS());
            }
        }
        add(stretches, null, at, pictures(scene.durationS()));
        return stretches;
    }

    private static long pictures(double timeS) {
        return Math.round(timeS * MediaScene.RATE_HZ);
    }

    private static void add(List<Stretch> stretches, @Nullable EventKind kind, long from, long to) {
        if (from < to) {
            stretches.add(new Stretch(kind, (double) (to - from) / MediaScene.RATE_HZ));
        }
    }
}
