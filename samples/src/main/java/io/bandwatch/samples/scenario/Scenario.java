package io.bandwatch.samples.scenario;

import io.bandwatch.dsp.synth.FloorShape;
import io.bandwatch.dsp.synth.ReceiverFaults;
import io.bandwatch.samples.yaml.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A world to be rendered.
 *
 * @param name first part of every file name
 * @param seed of everything random
 * @param centerHz centre frequency, Hz
 * @param sampleRateHz complex samples a second, 240 kS/s to 25 MS/s
 * @param durationS length on the air, s
 * @param format how samples are written
 * @param container kind of file
 * @param start time of the first sample; absent if unknown
 * @param floor noise floor
 * @param faults what the receiver does wrong
 * @param carriers transmitters
 * @param maintenance rows of the plan of maintenance
 */
public record Scenario(
        String name,
        long seed,
        double centerHz,
        double sampleRateHz,
        double durationS,
        IqFormat format,
        Container container,
        @Nullable Instant start,
        FloorShape floor,
        ReceiverFaults faults,
        List<ScenarioCarrier> carriers,
        List<MaintenanceWindow> maintenance) {

    /** Changes whenever the same scenario gives other bytes than before. */
    private static final int GENERATOR_VERSION = 2;

    public Scenario {
        carriers = List.copyOf(carriers);
        maintenance = List.copyOf(maintenance);
    }

    /**
     * Reads a scenario file.
     *
     * @throws ScenarioException with file, line, key and remedy
     */
    public static Scenario read(Path file) {
        return new ScenarioReader(file).read();
    }

    /** The same world with other noise and other chances. */
    public Scenario seeded(long other) {
        return new Scenario(
                name,
                other,
                centerHz,
                sampleRateHz,
                durationS,
                format,
                container,
                start,
                floor,
                faults,
                carriers,
                maintenance);
    }

    /** Samples of the recording: the duration less what the receiver loses. */
    public long samples() {
        double lostS = faults.drops().stream()
                .filter(drop -> drop.atS() < durationS)
                .mapToDouble(drop -> Math.min(drop.lengthS(), durationS - drop.atS()))
                .sum();
        return Math.round((durationS - lostS) * sampleRateHz);
    }

    /** A hash of all that decides the rendered bytes, sound files included; 64 hexadecimal digits. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((GENERATOR_VERSION + " " + this).getBytes(StandardCharsets.UTF_8));
            for (ScenarioCarrier carrier : carriers) {
                for (Programme programme : carrier.programmes()) {
                    if (programme instanceof Programme.SoundFile file) {
                        digest.update(Files.readAllBytes(file.path()));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new ScenarioException("sound file cannot be read: " + e.getMessage() + "; mend its path", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
