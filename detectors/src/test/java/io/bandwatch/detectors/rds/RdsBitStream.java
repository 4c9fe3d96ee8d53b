package io.bandwatch.detectors.rds;

import io.bandwatch.detectors.rds.sync.BitFrame;
import io.bandwatch.detectors.rds.sync.OffsetWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The sending side: groups as bits, cut into frames as a demodulator gives them, and damaged on request. */
public final class RdsBitStream {
    /** 1187.5 bit/s. */
    public static final double BIT_NS = 1e9 / 1187.5;

    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final int GENERATOR = 0x5B9;

    private byte[] bits = new byte[0];

    public RdsBitStream group(int... words) {
        boolean versionB = (words[1] & 0x0800) != 0;
        OffsetWord[] offsets = {OffsetWord.A, OffsetWord.B, versionB ? OffsetWord.C_PRIME : OffsetWord.C, OffsetWord.D};
        byte[] more = Arrays.copyOf(bits, bits.length + 104);
        for (int b = 0; b < 4; b++) {
            int block = (words[b] << 10) | (check(words[b]) ^ offsets[b].pattern());
            for (int i = 0; i < 26; i++) {
                more[bits.length + 26 * b + i] = (byte) (((block >> (25 - i)) & 1) == 1 ? 100 : -100);
            }
        }
        bits = more;
        return this;
    }

    public RdsBitStream groups(List<int[]> groups) {
        groups.forEach(this::group);
        return this;
    }

    /** The check bits, by the feedback register of the encoder (EN 50067:1998 figure B.1). */
    public static int check(int word) {
        int register = 0;
        for (int i = 15; i >= 0; i--) {
            int feedback = ((register >> 9) ^ (word >> i)) & 1;
            register = ((register << 1) & 0x3FF) ^ (feedback == 1 ? GENERATOR & 0x3FF : 0);
        }
        return register;
    }

    /** Turns single symbols, each of which makes two bits wrong, and says so by a low reliability. */
    public RdsBitStream withSymbolErrors(double rate, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i + 1 < bits.length; i++) {
            if (random.nextDouble() < rate) {
                bits[i] = doubtful(bits[i], random);
                bits[i + 1] = doubtful(bits[i + 1], random);
            }
        }
        return this;
    }

    private static byte doubtful(byte bit, SplittableRandom random) {
        int reliability = 1 + random.nextInt(40);
        return (byte) (bit > 0 ? -reliability : reliability);
    }

    /** Makes every bit of these groups random. */
    public RdsBitStream withLostGroups(double rate, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int at = 0; at < bits.length; at += 104) {
            if (random.nextDouble() < rate) {
                byte[] noise = random(104, random);
                System.arraycopy(noise, 0, bits, at, 104);
            }
        }
        return this;
    }

    public static byte[] random(int length, SplittableRandom random) {
        byte[] noise = new byte[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (byte) (random.nextBoolean() ? 1 + random.nextInt(100) : -1 - random.nextInt(100));
        }
        return noise;
    }

    public byte[] bits() {
        return bits.clone();
    }

    /** Frames of 200 ms, of which each holds the bits whose centres fall into it. */
    public List<BitFrame> frames() {
        return frames(bits, 0);
    }

    /** The same, the first bit at an offset after {@link #START}. */
    public static List<BitFrame> frames(byte[] bits, long firstNs) {
        List<BitFrame> frames = new ArrayList<>();
        int at = 0;
        for (long frame = firstNs / 200_000_000L; at < bits.length; frame++) {
            long startNs = frame * 200_000_000L;
            int from = at;
            long fromNs = firstNs + Math.round(from * BIT_NS);
            while (at < bits.length && firstNs + Math.round(at * BIT_NS) < startNs + 200_000_000L) {
                at++;
            }
            frames.add(new BitFrame(
                    START.plusNanos(startNs), Arrays.copyOfRange(bits, from, at), fromNs - startNs, BIT_NS));
        }
        return frames;
    }
}
