package io.bandwatch.deploy.cli.acceptance.reference;

import io.bandwatch.detectors.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One station to be modulated by the independent modulator, alone on its frequency.
 *
 * @param index number of the scene, which is also its seed
 * @param channelHz channel of the station, Hz
 * @param offsetHz how far it is off it, Hz
 * @param audioDeviationHz deviation of full scale, Hz
 * @param pilotDeviationHz deviation of the pilot, Hz
 * @param cnDb carrier over noise in 200 kHz, dB
 * @param pi programme identification
 * @param ps programme service name
 * @param radioText text
 * @param expected verdict on it
 */
record ReferenceScene(
        int index,
        long channelHz,
        double offsetHz,
        double audioDeviationHz,
        double pilotDeviationHz,
        double cnDb,
        String pi,
        String ps,
        String radioText,
        Verdict expected) {
    /** The rate that the modulator makes, S/s. */
    static final int RATE_HZ = 912_000;
    /** The tuning is beside the station, as a receiver's, whose own direct component is in the middle. */
    static final long BESIDE_HZ = 200_000;

    private static final long LOWEST_HZ = 88_000_000;
    private static final long SPACING_HZ = 300_000;
    static final String COLUMNS = "id,name,frequency_mhz,class,erp_w,pi,ps";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789";

    /** A random one; every fifth has no row in the register, every fifth is farther off than a licence allows. */
    static ReferenceScene random(int index) {
        SplittableRandom random = new SplittableRandom(7919L + index);
        boolean licensed = index % 5 != 4;
        boolean off = index % 5 == 3;
        double offsetHz =
                off ? (random.nextBoolean() ? 1 : -1) * random.nextDouble(5e3, 9e3) : random.nextDouble(-1e3, 1e3);
        return new ReferenceScene(
                index,
                LOWEST_HZ + index * SPACING_HZ,
                offsetHz,
                random.nextDouble(25e3, 55e3),
                random.nextDouble(6e3, 7.5e3),
                index % 3 == 0 ? 40 : random.nextDouble(30, 45),
                String.format(Locale.ROOT, "%04X", random.nextInt(0x1100, 0xFF00)),
                text(random, 8),
                text(random, random.nextInt(20, 60)),
                licensed ? (off ? Verdict.LICENSED_OUT_OF_PARAMETERS : Verdict.LICENSED) : Verdict.UNLICENSED);
    }

    private static String text(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder("R");
        while (text.length() < length - 1) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.append('Z').toString();
    }

    long centreHz() {
        return channelHz - BESIDE_HZ;
    }

    /** The name of the recording tells tuning and rate. */
    String fileName() {
        return String.format(Locale.ROOT, "scene%02d-%.1fMHz-0.912MSps.cs16", index, centreHz() / 1e6);
    }

    /** Its row of the register, columns as in {@link #COLUMNS}. */
    String row() {
        return String.format(
                Locale.ROOT,
                "R%02d,Station %d,%.1f,broadcast,1000,%s,%s",
                index,
                index,
                channelHz / 1e6,
                pi,
                ps.strip());
    }

    /** What the modulator is told. */
    List<String> modulation() {
        return List.of(
                "--seconds",
                "6",
                "--centre-hz",
                Long.toString(centreHz()),
                "--channel-hz",
                Long.toString(channelHz),
                "--offset-hz",
                Double.toString(offsetHz),
                "--audio-deviation-hz",
                Double.toString(audioDeviationHz),
                "--pilot-deviation-hz",
                Double.toString(pilotDeviationHz),
                "--pi",
                pi,
                "--ps",
                ps,
                "--radiotext",
                radioText,
                "--cn-db",
                Double.toString(cnDb),
                "--seed",
                Integer.toString(index));
    }
}
