package io.bandwatch.dsp.synth;

import io.bandwatch.signal.Decibels;
import java.util.List;

/**
 * A wideband stream after a receiver with faults, in the order of the real thing: impulses at the aerial, curvature of
 * the amplifier, gain control, unequal branches, constant component, own tones, limits of the converter. Not
 * thread-safe; allocates nothing in {@code read}.
 */
public final class FaultyReceiver {
    private static final int IMPULSE_SAMPLES = 4;

    private final WidebandStream air;
    private final ReceiverFaults faults;
    private final double rateHz;
    private final SeededRandom random;
    private final float[] lostRe = new float[4096];
    private final float[] lostIm = new float[4096];
    private final double curvature;
    private final float impulseAmplitude;
    private long position;
    private long nextImpulse;
    private int impulseLeft;
    private double impulseTurns;

    public FaultyReceiver(WidebandStream air, ReceiverFaults faults, double sampleRateHz, long seed) {
        this.air = air;
        this.faults = faults;
        this.rateHz = sampleRateHz;
        this.random = SeededRandom.forPurpose(seed, "impulses");
        this.curvature = 1.0 / Decibels.toPower(faults.interceptDbfs());
        this.impulseAmplitude = (float) Decibels.toAmplitude(faults.impulseDbfs());
        this.nextImpulse = faults.impulsesPerS() > 0 ? gapSamples() : Long.MAX_VALUE;
    }

    /** The next {@code count} samples, written from index {@code from} on. */
    public void read(float[] re, float[] im, int from, int count) {
        int done = 0;
        while (done < count) {
            int part = (int) Math.min(count - done, samplesToNextDrop());
            if (part == 0) {
                skipDrop();
                continue;
            }
            air.read(re, im, from + done, part);
            spoil(re, im, from + done, part);
            position += part;
            done += part;
        }
    }

    private long samplesToNextDrop() {
        long nearest = Long.MAX_VALUE;
        for (ReceiverFaults.Drop drop : faults.drops()) {
            long at = sample(drop.atS());
            if (at >= position) {
                nearest = Math.min(nearest, at - position);
            }
        }
        return nearest;
    }

    private void skipDrop() {
        long lost = 1;
        for (ReceiverFaults.Drop drop : faults.drops()) {
            if (sample(drop.atS()) == position) {
                lost = Math.max(lost, sample(drop.lengthS()));
            }
        }
        position += lost;
        while (lost > 0) {
            int part = (int) Math.min(lost, lostRe.length);
            air.read(lostRe, lostIm, 0, part);
            lost -= part;
        }
    }

    private long sample(double timeS) {
        return Math.round(timeS * rateHz);
    }

    private void spoil(float[] re, float[] im, int from, int count) {
        addImpulses(re, im, from, count);
        if (curvature > 0.0) {
            bend(re, im, from, count);
        }
        if (!faults.gainSteps().isEmpty()) {
            control(re, im, from, count);
        }
        if (faults.imbalanceDb() != 0.0 || faults.imbalanceDeg() != 0.0) {
            unbalance(re, im, from, count);
        }
        float constant = (float) Decibels.toAmplitude(faults.dcDbfs());
        if (constant > 0f) {
            for (int i = from; i < from + count; i++) {
                re[i] += constant;
            }
        }
        List<ReceiverFaults.Spur> spurs = faults.spurs();
        for (int i = 0; i < spurs.size(); i++) {
            addSpur(re, im, from, count, spurs.get(i));
        }
        float limit = (float) Decibels.toAmplitude(faults.clipDbfs());
        for (int i = from; i < from + count; i++) {
            re[i] = Math.max(-limit, Math.min(limit, re[i]));
            im[i] = Math.max(-limit, Math.min(limit, im[i]));
        }
    }

    // an impulse is short against a sample: what is seen is the receiver's own response, here four falling samples
    private void addImpulses(float[] re, float[] im, int from, int count) {
        while (nextImpulse < position) {
            nextImpulse += gapSamples();
        }
        for (int i = 0; i < count; i++) {
            if (position + i == nextImpulse) {
                impulseLeft = IMPULSE_SAMPLES;
                impulseTurns = random.nextUniform();
                nextImpulse += gapSamples();
            }
            if (impulseLeft > 0) {
                float amplitude = impulseAmplitude * impulseLeft / IMPULSE_SAMPLES;
                re[from + i] += amplitude * SineTable.cosine(impulseTurns);
                im[from + i] += amplitude * SineTable.sine(impulseTurns);
                impulseLeft--;
            }
        }
    }

    private long gapSamples() {
        return 1 + (long) (-StrictMath.log(1.0 - random.nextUniform()) * rateHz / faults.impulsesPerS());
    }

    // y = x - x|x|^2/p3: two tones of amplitude a make products of a^3/p3, equal to the tones at the intercept
    private void bend(float[] re, float[] im, int from, int count) {
        for (int i = from; i < from + count; i++) {
            double power = (double) re[i] * re[i] + (double) im[i] * im[i];
            // beyond the crest of the cubic an amplifier saturates instead of turning back
            float gain = (float) Math.max(2.0 / 3.0, 1.0 - curvature * power);
            re[i] *= gain;
            im[i] *= gain;
        }
    }

    private void control(float[] re, float[] im, int from, int count) {
        float gain = 1f;
        long nextStep = 0;
        for (int i = 0; i < count; i++) {
            if (position + i >= nextStep) {
                gain = (float) Decibels.toAmplitude(gainDb(position + i));
                nextStep = nextStep(position + i);
            }
            re[from + i] *= gain;
            im[from + i] *= gain;
        }
    }

    private double gainDb(long sample) {
        double gainDb = 0.0;
        for (ReceiverFaults.GainStep step : faults.gainSteps()) {
            gainDb = sample(step.atS()) <= sample ? step.gainDb() : gainDb;
        }
        return gainDb;
    }

    private long nextStep(long sample) {
        long next = Long.MAX_VALUE;
        for (ReceiverFaults.GainStep step : faults.gainSteps()) {
            long at = sample(step.atS());
            next = at > sample ? Math.min(next, at) : next;
        }
        return next;
    }

    private void unbalance(float[] re, float[] im, int from, int count) {
        double angle = Math.toRadians(faults.imbalanceDeg());
        double gain = Decibels.toAmplitude(faults.imbalanceDb());
        float own = (float) (gain * StrictMath.cos(angle));
        float crossed = (float) (gain * StrictMath.sin(angle));
        for (int i = from; i < from + count; i++) {
            im[i] = own * im[i] + crossed * re[i];
        }
    }

    private void addSpur(float[] re, float[] im, int from, int count, ReceiverFaults.Spur spur) {
        float amplitude = (float) Decibels.toAmplitude(spur.levelDbfs());
        double step = spur.offsetHz() / rateHz;
        for (int i = 0; i < count; i++) {
            double turns = step * (position + i);
            re[from + i] += amplitude * SineTable.cosine(turns);
            im[from + i] += amplitude * SineTable.sine(turns);
        }
    }
}
