package io.bandwatch.deploy.cli.acceptance.repeats;

import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.dsp.print.PcmLevels;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a station sends: taken as it is played, with noise 20 dB below each piece. Of what is heard the levels are kept, and of
 * what was sent a narrow wave, in a file, by which it can be told whether two moments of it are the same. Not thread-safe.
 */
final class DayTape implements AutoCloseable {
    private static final int LOOK = Corpus.RATE_HZ / 5;
    private static final double NOISE = 0.1;
    private static final int WAVE_HZ = 4000;
    private static final int FACTOR = Corpus.RATE_HZ / WAVE_HZ;

    private final PcmLevels meter = new PcmLevels(Corpus.RATE_HZ, LOOK);
    private final List<byte[]> levels = new ArrayList<>();
    private final float[] look = new float[LOOK];
    private final SeededRandom random;
    private final Path file;
    private final OutputStream out;
    private final byte[] sample = new byte[2];
    private int filled;
    private long played;
    private double sum;

    DayTape(Path file, SeededRandom random) throws IOException {
        this.file = file;
        this.random = random;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
    }

    /** Plays a piece, louder by a factor; returns the second at which it began. */
    double play(short[] sound, double gain) throws IOException {
        final double began = lengthS();
        double square = 0;
        for (short one : sound) {
            square += (double) one * one;
        }
        double noise = NOISE * gain * Math.sqrt(square / Math.max(1, sound.length)) / -Short.MIN_VALUE;
        for (short one : sound) {
            double sent = gain * one / -Short.MIN_VALUE;
            wave(sent);
            look[filled++] = (float) (sent + noise * random.nextGaussian());
            if (filled == LOOK) {
                levels.add(meter.next(look, 0, LOOK));
                filled = 0;
            }
        }
        return began;
    }

    private void wave(double sent) throws IOException {
        sum += sent;
        played++;
        if (played % FACTOR == 0) {
            int value = (int) Math.rint(Math.max(-1, Math.min(1, sum / FACTOR)) * Short.MAX_VALUE);
            sample[0] = (byte) value;
            sample[1] = (byte) (value >> Byte.SIZE);
            out.write(sample);
            sum = 0;
        }
    }

    /** How much was played, s. */
    double lengthS() {
        return (double) played / Corpus.RATE_HZ;
    }

    /** Levels of all whole looks. */
    List<byte[]> levels() {
        return levels;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Waves of what was sent, once it was closed. */
    Waves waves() throws IOException {
        return new Waves(new RandomAccessFile(file.toFile(), "r"));
    }

    /** Tells whether two moments of what was sent are the same sound. */
    static final class Waves implements AutoCloseable {
        /** Two seconds are compared, at a speed that may differ by a hundredth: pieces of a tenth of a second. */
        private static final int PIECE = WAVE_HZ / 10;

        private static final int PIECES = 20;

        /** How far beside its place a piece may be, samples: 60 ms. */
        private static final int BESIDE = 240;

        /** Other sounds hardly ever correlate so well in half of the pieces. */
        private static final double ALIKE = 0.8;

        private final RandomAccessFile file;

        Waves(RandomAccessFile file) {
            this.file = file;
        }

        /** Whether what was sent from one second on was sent from the other on as well. */
        boolean same(double oneS, double otherS) throws IOException {
            float[] one = read(oneS, 0);
            float[] other = read(otherS, BESIDE);
            int alike = 0;
            for (int piece = 0; piece < PIECES; piece++) {
                alike += correlation(one, piece * PIECE, other) >= ALIKE ? 1 : 0;
            }
            return 2 * alike >= PIECES;
        }

        private static double correlation(float[] one, int from, float[] other) {
            double best = 0;
            for (int lag = 0; lag <= 2 * BESIDE; lag++) {
                double xy = 0;
                double xx = 0;
                double yy = 0;
                for (int i = from; i < from + PIECE; i++) {
                    xy += one[i] * other[i + lag];
                    xx += one[i] * one[i];
                    yy += other[i + lag] * other[i + lag];
                }
                best = Math.max(best, Math.abs(xy) / Math.max(1, Math.sqrt(xx * yy)));
            }
            return best;
        }

        private float[] read(double fromS, int beside) throws IOException {
            long first = Math.max(0, Math.round(fromS * WAVE_HZ) - beside);
            byte[] bytes = new byte[2 * (PIECES * PIECE + 2 * beside)];
            file.seek(Math.min(2 * first, Math.max(0, file.length() - bytes.length)));
            int got = Math.max(0, file.read(bytes));
            float[] wave = new float[bytes.length / 2];
            ByteBuffer samples = ByteBuffer.wrap(bytes, 0, got).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < got / 2; i++) {
                wave[i] = samples.getShort();
            }
            return wave;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
