package io.bandwatch.deploy.cli.acceptance.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The plain perceptual hash of pictures, which one would try first: 8 by 8 points, each brighter than their mean or not. The delay is told
 * to it.
 *
 * @param hashes ten a second
 */
record MeanHash(long[] hashes) {
    /** Pictures are usually taken for the same where no more than 10 of 64 bits differ. */
    static final double USUAL = 10.0 / 64;

    private static final int PER_S = 10;
    private static final int POINTS = Long.SIZE;

    /** Of a file, by ffmpeg. */
    static MeanHash of(Path file) throws IOException, InterruptedException {
        Process ffmpeg = new ProcessBuilder(List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-i",
                        file.toString(),
                        "-vf",
                        "fps=" + PER_S + ",scale=8:8:flags=area,format=gray",
                        "-f",
                        "rawvideo",
                        "-"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] points = ffmpeg.getInputStream().readAllBytes();
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("ffmpeg cannot read " + file);
        }
        long[] hashes = new long[points.length / POINTS];
        for (int picture = 0; picture < hashes.length; picture++) {
            hashes[picture] = hash(points, picture * POINTS);
        }
        return new MeanHash(hashes);
    }

    private static long hash(byte[] points, int from) {
        int sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += points[from + i] & 0xFF;
        }
        long hash = 0;
        for (int i = 0; i < POINTS; i++) {
            hash |= POINTS * (points[from + i] & 0xFF) > sum ? 1L << i : 0;
        }
        return hash;
    }

    /** How unlike the seconds of a programme are that comes so much later: share of bits that differ. */
    double[] unlike(MeanHash air, double laterS) {
        int later = (int) Math.rint(laterS * PER_S);
        double[] unlike = new double[Math.min(hashes.length, air.hashes.length - later) / PER_S];
        for (int i = 0; i < unlike.length * PER_S; i++) {
            unlike[i / PER_S] += (double) Long.bitCount(hashes[i] ^ air.hashes[i + later]) / (POINTS * PER_S);
        }
        return unlike;
    }
}
