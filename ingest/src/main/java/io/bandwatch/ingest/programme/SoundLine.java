package io.bandwatch.ingest.programme;

import io.bandwatch.dsp.audio.ChannelLayout;
import io.bandwatch.dsp.audio.PcmMeter;
import io.bandwatch.ingest.av.wire.Sound;
import io.bandwatch.ingest.av.wire.Track;
import io.bandwatch.signal.av.AudioObservation;
import io.bandwatch.signal.av.TrackAccount;
import io.bandwatch.signal.av.TrackState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The sound of a track on its way into looks. Not thread-safe. */
final class SoundLine extends TrackLine<SoundLine.Waiting> {
    private static final double NS_PER_S = 1e9;

    private final boolean prints;
    private @Nullable PcmMeter meter;
    private int rateHz;
    private int channels;
    private int positions;
    private boolean leftOut;

    SoundLine(Track track, Onlooker onlooker, boolean prints) {
        super(track, onlooker);
        this.prints = prints;
    }

    /** Sound from {@code begin} on, counted in samples; what lies between {@code leftOutFromNs} and it was left out. */
    record Waiting(Sound sound, long atNs, int begin, long leftOutFromNs) {
        /** Whether it is the first after what was left out, and lies in a look. */
        boolean resumesIn(Stretch look) {
            return sound.afterLeftOut() && begin == 0 && atNs < look.untilNs();
        }

        boolean isLeftOutBefore(Stretch look) {
            return sound.afterLeftOut() && leftOutFromNs < look.untilNs() && atNs > look.fromNs();
        }

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
        long lengthNs = Math.round(sound.length() * NS_PER_S / sound.rateHz());
        long endNs = time().endNs();
        long atNs = placed(sound.ptsNs(), lengthNs);
        waiting().add(new Waiting(sound, atNs, 0, Math.min(endNs, atNs)));
    }

    @Override
    Waiting moved(Waiting piece, long ns) {
        return new Waiting(piece.sound(), piece.atNs() + ns, piece.begin(), piece.leftOutFromNs() + ns);
    }

    /**
     * What lies in a look.
     *
     * @param otherwise what became of the track if nothing of it does
     */
    AudioObservation look(Stretch look, TrackState otherwise) {
        Waiting head = waiting().peek();
        if (head != null && (isOther(head.sound()) || head.resumesIn(look))) {
            learn(head.sound(), look);
        }
        leftOut = false;
        float[] samples = gathered(look);
        Waiting next = waiting().peek();
        boolean sampled = leftOut || (next != null && next.isLeftOutBefore(look));
        int length = channels == 0 ? 0 : samples.length / channels;
        boolean blind = time().isBlindIn(look);
        long expected = time().began() && !look.last() && !blind ? look.steps(originNs(), NS_PER_S / rateHz, 0) : 0;
        TrackState looked = sampled ? TrackState.SAMPLED : TrackState.DECODED;
        TrackState state = sampled || length > 0 ? looked : blind ? TrackState.NOT_WATCHED : otherwise;
        TrackAccount account =
                new TrackAccount(state, sampled ? length : Math.max(expected, length), length, takeErrors());
        PcmMeter meter = this.meter;
        PcmMeter.Measured measured = meter == null || length == 0 ? null : meter.measure(samples, length);
        return new AudioObservation(
                pid(),
                track().language(),
                account,
                rateHz,
                channels,
                measured == null ? null : measured.sound(),
                measured == null ? new double[0] : measured.blockPeak(),
                measured == null ? Double.NaN : measured.lineUpToneShare());
    }

    /** What comes is of another kind, or does not go on where the last ended. */
    private void learn(Sound sound, Stretch look) {
        rateHz = sound.rateHz();
        channels = sound.channels();
        positions = sound.positions();
        int most = (int) Math.ceil((look.untilNs() - look.fromNs()) * (rateHz / NS_PER_S)) + 1;
        meter = new PcmMeter(rateHz, new ChannelLayout(channels, positions), most, prints);
    }

    private boolean isOther(Sound sound) {
        return sound.rateHz() != rateHz || sound.channels() != channels || sound.positions() != positions;
    }

    /** The samples of the look, one after the other, whatever is missing between them. */
    private float[] gathered(Stretch look) {
        int most = (int) Math.ceil((look.untilNs() - look.fromNs()) * (rateHz / NS_PER_S)) + 1;
        float[] samples = new float[Math.max(0, most) * channels];
        int length = 0;
        for (Waiting next = waiting().peek(); next != null; next = waiting().peek()) {
            int count = isOther(next.sound()) ? 0 : Math.min(next.before(look.untilNs()), most - length);
            if (count == 0) {
                break;
            }
            waiting().remove();
            leftOut |= next.isLeftOutBefore(look);
            int begin = next.begin() * channels;
            onlooker().sound(next.sound(), next.begin(), count, next.beginNs());
            System.arraycopy(next.sound().samples(), begin, samples, length * channels, count * channels);
            length += count;
            if (next.begin() + count < next.sound().length()) {
                waiting().addFirst(new Waiting(next.sound(), next.atNs(), next.begin() + count, next.leftOutFromNs()));
            }
        }
        return Arrays.copyOf(samples, length * channels);
    }
}
