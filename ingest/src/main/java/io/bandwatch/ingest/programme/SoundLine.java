package io.bandwatch.ingest.programme;

import io.bandwatch.dsp.audio.PcmMeter;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.TrackAccount;
import io.bandwatch.signal.av.TrackState;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The sound of a track on its way into looks. Not thread-safe. */
final class SoundLine {
    private static final double NS_PER_S = 1e9;

    private final Track track;
    private final TrackTime time = new TrackTime();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable PcmMeter meter;
    private int rateHz;
    private int channels;
    private long originNs;
    private long errors;

    SoundLine(Track track) {
        this.track = track;
    }

    /** Sound from {@code begin} on, counted in samples. */
    private record Waiting(Sound sound, long atNs, int begin) {
        long beginNs() {
            return atNs + Math.round(begin * NS_PER_S / sound.rateHz());
        }

        /** Samples left that lie before a time. */
        int before(long ns) {
            long samples = (long) Math.ceil((ns - beginNs()) * (sound.rateHz() / NS_PER_S));
            return (int) Math.max(0, Math.min(sound.length() - begin, samples));
        }
    }

    void take(Sound sound) {
        boolean first = !time.began();
        long lengthNs = Math.round(sound.length() * NS_PER_S / sound.rateHz());
        long atNs = time.place(sound.ptsNs(), lengthNs);
        originNs = first ? atNs : originNs;
        waiting.add(new Waiting(sound, atNs, 0));
    }

    void fault() {
        errors++;
    }

    /** Where its first piece lies; empty before it. */
    OptionalLong firstNs() {
        return time.began() ? OptionalLong.of(originNs) : OptionalLong.empty();
    }

    boolean expectsMore() {
        return track.decodable();
    }

    TrackTime time() {
        return time;
    }

    /**
     * What lies in a look.
     *
     * @param otherwise what became of the track if nothing of it does
     */
    AudioObservation look(Stretch look, TrackState otherwise) {
        Waiting head = waiting.peek();
        if (head != null && (head.sound().rateHz() != rateHz || head.sound().channels() != channels)) {
            rateHz = head.sound().rateHz();
            channels = head.sound().channels();
            int most = (int) Math.ceil((look.untilNs() - look.fromNs()) * (rateHz / NS_PER_S)) + 1;
            meter = new PcmMeter(rateHz, Downmix.channels(channels), most);
        }
        float[] samples = gathered(look);
        int length = channels == 0 ? 0 : samples.length / Downmix.channels(channels);
        long expected = time.began() && !look.last() ? look.steps(originNs, NS_PER_S / rateHz, 0) : 0;
        TrackState state = length == 0 ? otherwise : TrackState.DECODED;
        TrackAccount account = new TrackAccount(state, Math.max(expected, length), length, errors);
        errors = 0;
        PcmMeter meter = this.meter;
        PcmMeter.Measured measured = meter == null || length == 0 ? null : meter.measure(samples, length);
        return new AudioObservation(
                Math.max(0, track.pid()),
                track.language(),
                account,
                rateHz,
                channels,
                measured == null ? null : measured.sound(),
                measured == null ? new double[0] : measured.blockPeak(),
                measured == null ? Double.NaN : measured.lineUpToneShare());
    }

    /** The samples of the look, one after the other, whatever is missing between them. */
    private float[] gathered(Stretch look) {
        int mixed = Downmix.channels(channels);
        int most = (int) Math.ceil((look.untilNs() - look.fromNs()) * (rateHz / NS_PER_S)) + 1;
        float[] samples = new float[Math.max(0, most) * mixed];
        int length = 0;
        for (Waiting next = waiting.peek(); next != null; next = waiting.peek()) {
            boolean other = next.sound().rateHz() != rateHz || next.sound().channels() != channels;
            int count = other ? 0 : Math.min(next.before(look.untilNs()), most - length);
            if (count == 0) {
                break;
            }
            waiting.remove();
            int begin = next.begin() * channels;
            float[] taken = Arrays.copyOfRange(next.sound().samples(), begin, begin + count * channels);
            System.arraycopy(Downmix.of(taken, channels), 0, samples, length * mixed, count * mixed);
            length += count;
            if (next.begin() + count < next.sound().length()) {
                waiting.addFirst(new Waiting(next.sound(), next.atNs(), next.begin() + count));
            }
        }
        return Arrays.copyOf(samples, length * mixed);
    }
}
