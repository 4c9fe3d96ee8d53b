package io.bandwatch.dsp.audio;

import java.util.Arrays;

/**
 * Which loudspeaker plays which channel of a sound: how loud each counts, and what two loudspeakers play of it. Channels come
 * in the order of the constants of {@link Speaker}.
 *
 * @param channels how many there are
 * @param positions one bit for each loudspeaker, as {@link Speaker} has them; 0 where it is not told
 */
public record ChannelLayout(int channels, int positions) {
    private static final int STEREO = bits(Speaker.FRONT_LEFT, Speaker.FRONT_RIGHT);
    private static final int SURROUND = STEREO | bits(Speaker.FRONT_CENTRE, Speaker.SIDE_LEFT, Speaker.SIDE_RIGHT);

    /** What so many channels usually are, by their number. */
    private static final int[] USUAL = {
        0,
        bits(Speaker.FRONT_CENTRE),
        STEREO,
        STEREO | bits(Speaker.FRONT_CENTRE),
        STEREO | bits(Speaker.SIDE_LEFT, Speaker.SIDE_RIGHT),
        SURROUND,
        SURROUND | bits(Speaker.LOW_FREQUENCY),
        SURROUND | bits(Speaker.LOW_FREQUENCY, Speaker.REAR_CENTRE),
        SURROUND | bits(Speaker.LOW_FREQUENCY, Speaker.REAR_LEFT, Speaker.REAR_RIGHT)
    };

    /** ITU-R BS.1770-4, annex 1, table 3: surrounds count 1.5 dB more. */
    private static final double SURROUND_WEIGHT = 1.41;

    private static final float HALF_POWER = (float) Math.sqrt(0.5);

    /** Loudspeakers in the order in which their channels come. */
    public enum Speaker {
        FRONT_LEFT(0x001),
        FRONT_RIGHT(0x002),
        FRONT_CENTRE(0x004),
        LOW_FREQUENCY(0x008),
        REAR_LEFT(0x010),
        REAR_RIGHT(0x020),
        LEFT_OF_CENTRE(0x040),
        RIGHT_OF_CENTRE(0x080),
        REAR_CENTRE(0x100),
        LOW_FREQUENCY_2(0x200),
        SIDE_LEFT(0x400),
        SIDE_RIGHT(0x800);

        private final int bit;

        Speaker(int bit) {
            this.bit = bit;
        }

        private boolean isRear() {
            return this == REAR_LEFT || this == REAR_RIGHT || this == REAR_CENTRE;
        }

        private boolean isSide() {
            return this == SIDE_LEFT || this == SIDE_RIGHT;
        }

        private boolean isLow() {
            return this == LOW_FREQUENCY || this == LOW_FREQUENCY_2;
        }
    }

    public ChannelLayout {
        if (channels < 1) {
            throw new IllegalArgumentException("channels must be at least 1, got " + channels);
        }
        boolean told = Integer.bitCount(positions) == channels;
        positions = told || channels >= USUAL.length ? positions : USUAL[channels];
    }

    private static int bits(Speaker... speakers) {
        int bits = 0;
        for (Speaker speaker : speakers) {
            bits |= speaker.bit;
        }
        return bits;
    }

    /** Loudspeaker of each channel; fewer than channels where nobody knows. */
    private Speaker[] speakers() {
        Speaker[] speakers = new Speaker[Math.min(channels, Integer.bitCount(positions))];
        int count = 0;
        for (Speaker speaker : Speaker.values()) {
            if (count < speakers.length && has(speaker)) {
                speakers[count++] = speaker;
            }
        }
        return Arrays.copyOf(speakers, count);
    }

    private boolean has(Speaker speaker) {
        return (positions & speaker.bit) != 0;
    }

    /** Weights of the channels in loudness, as ratios of power. Low-frequency effects do not count. */
    double[] weights() {
        double[] weights = new double[channels];
        Arrays.fill(weights, 1.0);
        Speaker[] speakers = speakers();
        // behind those at the side, loudspeakers at the back are beyond 120 degrees; alone, they are the surrounds
        boolean sides = has(Speaker.SIDE_LEFT) || has(Speaker.SIDE_RIGHT);
        for (int c = 0; c < speakers.length; c++) {
            boolean surround = speakers[c].isSide() || (speakers[c].isRear() && !sides);
            weights[c] = speakers[c].isLow() ? 0.0 : surround ? SURROUND_WEIGHT : 1.0;
        }
        return weights;
    }

    /**
     * What at most two loudspeakers play.
     *
     * @param interleaved samples, channel by channel
     * @param begin first sample of a channel
     * @param count samples of a channel
     * @return the same on {@code min(2, channels)} channels
     */
    public float[] played(float[] interleaved, int begin, int count) {
        if (channels <= 2) {
            return Arrays.copyOfRange(interleaved, channels * begin, channels * (begin + count));
        }
        float[] left = left();
        float[] right = right();
        float[] two = new float[2 * count];
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < channels; c++) {
                float sample = interleaved[channels * (begin + i) + c];
                two[2 * i] += left[c] * sample;
                two[2 * i + 1] += right[c] * sample;
            }
        }
        return two;
    }

    /**
     * What each channel adds to the left one of two (ITU-R BS.775-3, table 2); of channels that nobody knows, the first two
     * are those.
     */
    float[] left() {
        float[] gains = new float[channels];
        gains[0] = 1f;
        Speaker[] speakers = speakers();
        for (int c = 0; c < speakers.length; c++) {
            gains[c] = switch (speakers[c]) {
                case FRONT_LEFT -> 1f;
                case FRONT_CENTRE, SIDE_LEFT, REAR_LEFT, LEFT_OF_CENTRE -> HALF_POWER;
                case REAR_CENTRE -> 0.5f;
                default -> 0f;
            };
        }
        return gains;
    }

    /** The same of the right one. */
    float[] right() {
        float[] gains = new float[channels];
        gains[Math.min(1, channels - 1)] = 1f;
        Speaker[] speakers = speakers();
        for (int c = 0; c < speakers.length; c++) {
            gains[c] = switch (speakers[c]) {
                case FRONT_RIGHT -> 1f;
                case FRONT_CENTRE, SIDE_RIGHT, REAR_RIGHT, RIGHT_OF_CENTRE -> HALF_POWER;
                case REAR_CENTRE -> 0.5f;
                default -> 0f;
            };
        }
        return gains;
    }
}
