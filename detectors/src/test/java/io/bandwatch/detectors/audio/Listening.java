package io.bandwatch.detectors.audio;

import io.bandwatch.detectors.DetectorRun;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.licences.LicenceJudge;
import io.bandwatch.detectors.rf.FindingGrammar;
import io.bandwatch.detectors.sound.Sounds;
import io.bandwatch.signal.ArtefactEvidence;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FmReception;
import io.bandwatch.signal.FrameKind;
import io.bandwatch.signal.RdsBits;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Writes what a station sends as a script, and listens to it with the detector. */
final class Listening {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final double LOOK_S = 0.2;

    private final List<RfObservation> looks = new ArrayList<>();
    private final LicenceJudge judge;
    private double frequencyHz = 98.0e6;
    private double cnDb = 40;
    private boolean pilot = true;
    private Instant now = START;

    Listening(LicenceJudge judge) {
        this.judge = judge;
    }

    Listening at(double hz) {
        frequencyHz = hz;
        return this;
    }

    Listening carrierToNoise(double db) {
        cnDb = db;
        return this;
    }

    Listening pilot(boolean on) {
        pilot = on;
        return this;
    }

    /** Left and right that agree so much, both together of this loudness. */
    Listening sound(double seconds, double lufs, double correlation) {
        return sound(seconds, look -> lufs, correlation);
    }

    /** The same with a loudness of its own in each look, counted from 0. */
    Listening sound(double seconds, IntToDoubleFunction lufs, double correlation) {
        for (int i = 0; i < Math.round(seconds / LOOK_S); i++) {
            double both = 0.5 * Math.pow(10, lufs.applyAsDouble(i) / 10);
            double sum = pilot ? 0.5 * (1 + correlation) * both : both;
            add(reception(audio(sum, both - sum), 20e3));
        }
        return this;
    }

    /** Nothing but pilot and noise. */
    Listening silence(double seconds) {
        return sound(seconds, Double.NEGATIVE_INFINITY, 0);
    }

    /** A carrier without anything on it. */
    Listening bare(double seconds) {
        pilot = false;
        for (int i = 0; i < Math.round(seconds / LOOK_S); i++) {
            add(reception(audio(0, 0), 0));
        }
        return this;
    }

    Listening off(double seconds) {
        for (int i = 0; i < Math.round(seconds / LOOK_S); i++) {
            looks.add(look(FrameKind.MEASURED, false, null));
            now = now.plusMillis(200);
        }
        return this;
    }

    /** Findings of one kind; those of all kinds follow the grammar. */
    List<Finding> findings(IncidentKind kind) {
        List<Finding> all = all();
        List<Finding> some =
                all.stream().filter(finding -> finding.kind() == kind).toList();
        FindingGrammar.assertHolds(some);
        return some;
    }

    List<Finding> all() {
        List<RfObservation> script = new ArrayList<>(looks);
        script.add(look(FrameKind.ENDED, false, null));
        return new DetectorRun<>(new SoundDetector(judge, SoundSettings.DEFAULT), RfObservation::time)
                .over(script)
                .findings();
    }

    List<RfObservation> looks() {
        return List.copyOf(looks);
    }

    static double secondsOf(Instant at) {
        return Duration.between(START, at).toMillis() / 1000.0;
    }

    /** Noise as FM reception has it: -34 LUFS in stereo and -54 in mono at 20 dB. */
    private AudioMeasurement audio(double sum, double difference) {
        double noise = 0.5 * Math.pow(10, (-53.9 - (cnDb - 20)) / 10);
        double differenceNoise = pilot ? 0.5 * Math.pow(10, (-34.2 - (cnDb - 20)) / 10) : 0;
        return Sounds.of(sum, difference, noise, differenceNoise);
    }

    private FmReception reception(AudioMeasurement audio, double rmsHz) {
        double noiseHz2 = 4.6e6 * Math.pow(10, (20 - cnDb) / 10);
        return new FmReception(
                false,
                LOOK_S,
                frequencyHz,
                frequencyHz,
                new int[FmReception.STEPS],
                rmsHz * rmsHz + noiseHz2,
                noiseHz2,
                0.01,
                pilot ? 6750 : 20,
                pilot ? 40 : 0,
                19_000,
                audio,
                RdsBits.NONE);
    }

    private void add(FmReception reception) {
        looks.add(look(FrameKind.MEASURED, true, reception));
        now = now.plusMillis(200);
    }

    private RfObservation look(
            FrameKind kind, boolean onAir, @org.jspecify.annotations.Nullable FmReception reception) {
        return new RfObservation(
                "roof",
                98_000_000L,
                0,
                kind,
                START,
                now,
                kind == FrameKind.ENDED ? 0 : 200_000_000L,
                true,
                onAir,
                onAir,
                onAir ? frequencyHz : Double.NaN,
                0,
                -80 + cnDb,
                onAir ? cnDb : Double.NaN,
                150e3,
                -80,
                -80,
                ArtefactEvidence.NONE,
                reception,
                0);
    }
}
