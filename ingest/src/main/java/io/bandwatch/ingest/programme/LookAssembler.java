package io.bandwatch.ingest.programme;

import io.bandwatch.ingest.av.wire.Fault;
import io.bandwatch.ingest.av.wire.Picture;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.ingest.av.wire.TrackKind;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.TrackState;
import io.bandwatch.signal.av.VideoObservation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts pictures and sound of a service into looks by their time stamps. A look is complete when all tracks have gone past it,
 * or the others are so much further than one: what is in a look is a function of the stream, not of which
 * decoder was faster. Not thread-safe.
 */
public final class LookAssembler {
    /** Length of a look, ns. */
    public static final long LOOK_NS = 200_000_000;

    /** Sound is decoded seconds ahead of pictures; too little, and what is slow counts as missing. */
    public static final long STREAM_LATE_NS = 15_000_000_000L;

    /** What takes a file apart lets its tracks run away from each other by megabytes, a minute of a small picture. */
    public static final long FILE_LATE_NS = 120_000_000_000L;

    /** What is left at the end is a look if it is as long as half a picture. */
    private static final long SHORTEST_NS = 20_000_000;

    /** Tracks of a stream that is cut off end so far from each other: that much of sound goes with a picture. */
    private static final long LAST_NS = 1_000_000_000L;

    /**
     * Tracks of a service begin within a few seconds of each other. One whose time stamps lie farther off counts by another
     * clock, as commentaries for the blind may do by hours, and is taken to begin where the others do.
     */
    private static final long APART_NS = 30_000_000_000L;

    private final Map<Integer, PictureLine> pictures = new TreeMap<>();
    private final Map<Integer, SoundLine> sounds = new TreeMap<>();
    private final Onlooker onlooker;
    private final long lateNs;
    private final Prints prints;
    private long looks;
    private long originNs;
    private long restarts;
    private boolean ended;

    /**
     * One look.
     *
     * @param fromNs since the first picture or sample, ns
     * @param untilNs the instant after it
     * @param video pictures of the first track that has some; absent without one
     * @param audio sound tracks in the order of the service
     * @param restarts how often the decoder was started anew so far
     */
    public record Look(
            long fromNs, long untilNs, @Nullable VideoObservation video, AudioObservation[] audio, long restarts) {}

    /** Looks of a stream, with prints of sound. */
    public LookAssembler() {
        this(Onlooker.NOBODY, STREAM_LATE_NS, Prints.SOUND);
    }

    /**
     * @param onlooker told what lies in a look, before the look is
     * @param lateNs how much further the others are when a track counts as missing, ns
     * @param prints of what prints are made
     */
    public LookAssembler(Onlooker onlooker, long lateNs, Prints prints) {
        this.onlooker = onlooker;
        this.lateNs = lateNs;
        this.prints = prints;
    }

    /** Tells times as looks do. */
    private final class FromOrigin implements Onlooker {
        @Override
        public void picture(Picture picture, long atNs) {
            onlooker.picture(picture, atNs - originNs);
        }

        @Override
        public void sound(Sound sound, int begin, int count, long atNs) {
            onlooker.sound(sound, begin, count, atNs - originNs);
        }
    }

    public void take(Track track) {
        if (track.kind() == TrackKind.PICTURE) {
            pictures.putIfAbsent(track.number(), new PictureLine(track, new FromOrigin(), prints.ofPictures()));
        } else {
            sounds.putIfAbsent(track.number(), new SoundLine(track, new FromOrigin(), prints.ofSound()));
        }
    }

    public void take(Picture picture) {
        PictureLine line = pictures.get(picture.track());
        if (line != null) {
            boolean first = !line.time().began();
            line.take(picture);
            join(line, first);
        }
    }

    public void take(Sound sound) {
        SoundLine line = sounds.get(sound.track());
        if (line != null) {
            boolean first = !line.time().began();
            line.take(sound);
            join(line, first);
        }
    }

    /** What concerns the whole service concerns each of its tracks. */
    public void take(Fault fault) {
        pictures.forEach((number, line) -> {
            if (fault.track() == number || fault.track() == Fault.SERVICE) {
                line.fault();
            }
        });
        sounds.forEach((number, line) -> {
            if (fault.track() == number || fault.track() == Fault.SERVICE) {
                line.fault();
            }
        });
    }

    /** The decoder was started anew: until something comes again nobody looks. */
    public void restarted() {
        restarts++;
        lines().forEach(line -> line.time().interrupted());
    }

    /** Nothing follows. */
    public void end() {
        ended = true;
    }

    /** Puts a track that begins after the others beside them. */
    private void join(TrackLine<?> line, boolean first) {
        long nowNs = originNs + looks * LOOK_NS;
        long apartNs = line.firstNs().orElse(nowNs) - nowNs;
        if (first && looks > 0 && Math.abs(apartNs) > APART_NS) {
            line.shift(-apartNs);
        }
    }

    /** Finds where the first look begins, once every track had the time to; whether it did. */
    private boolean begin() {
        OptionalLong base =
                lines().flatMapToLong(line -> line.firstNs().stream()).findFirst();
        if (base.isEmpty()) {
            return false;
        }
        long fromNs = Long.MAX_VALUE;
        long reachedNs = Long.MIN_VALUE;
        for (TrackLine<?> line : begun()) {
            long shiftNs = shift(line, base.getAsLong());
            fromNs = Math.min(fromNs, line.firstNs().orElseThrow() + shiftNs);
            reachedNs = Math.max(reachedNs, line.time().endNs() + shiftNs);
        }
        if (!ended && reachedNs < fromNs + LOOK_NS + lateNs) {
            return false;
        }
        begun().forEach(line -> line.shift(shift(line, base.getAsLong())));
        originNs = fromNs;
        return true;
    }

    private static long shift(TrackLine<?> line, long baseNs) {
        long apartNs = line.firstNs().orElse(baseNs) - baseNs;
        return Math.abs(apartNs) > APART_NS ? -apartNs : 0;
    }

    /** The next look, if it is complete. */
    public Optional<Look> next() {
        if (looks == 0 && !begin()) {
            return Optional.empty();
        }
        long reachedNs =
                begun().stream().mapToLong(line -> line.time().endNs()).max().orElse(originNs);
        long fromNs = originNs + looks * LOOK_NS;
        long untilNs = fromNs + LOOK_NS;
        boolean all = lines().filter(TrackLine::expectsMore)
                .map(TrackLine::time)
                .allMatch(time -> time.began() && time.endNs() >= untilNs);
        if (all || reachedNs >= untilNs + lateNs) {
            return Optional.of(look(new Stretch(fromNs, untilNs, ended && untilNs > reachedNs - LAST_NS)));
        }
        if (!ended || reachedNs - fromNs < SHORTEST_NS) {
            return Optional.empty();
        }
        return Optional.of(look(new Stretch(fromNs, Math.min(untilNs, reachedNs), untilNs > reachedNs - LAST_NS)));
    }

    /** How far what was decoded goes beyond the looks so far, ns. */
    public long aheadNs() {
        long toldNs = originNs + looks * LOOK_NS;
        return Math.max(
                0, begun().stream().mapToLong(line -> line.time().endNs()).max().orElse(toldNs) - toldNs);
    }

    private Look look(Stretch stretch) {
        looks++;
        TrackState otherwise = begun().stream().anyMatch(line -> line.time().endNs() > stretch.fromNs())
                ? TrackState.MISSING
                : TrackState.NO_STREAM;
        VideoObservation video = pictures.values().stream()
                .filter(PictureLine::expectsMore)
                .findFirst()
                .or(() -> pictures.values().stream().findFirst())
                .map(line -> line.look(stretch, line.expectsMore() ? otherwise : TrackState.UNSUPPORTED))
                .orElse(null);
        AudioObservation[] audio = sounds.values().stream()
                .map(line -> line.look(stretch, line.expectsMore() ? otherwise : TrackState.UNSUPPORTED))
                .toArray(AudioObservation[]::new);
        return new Look(stretch.fromNs() - originNs, stretch.untilNs() - originNs, video, audio, restarts);
    }

    /** Pictures first. */
    private Stream<TrackLine<?>> lines() {
        return Stream.<TrackLine<?>>concat(pictures.values().stream(), sounds.values().stream());
    }

    private List<TrackLine<?>> begun() {
        return lines().filter(line -> line.time().began()).toList();
    }
}
