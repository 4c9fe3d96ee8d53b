package io.bandwatch.deploy.cli.acceptance.clips;

import io.bandwatch.deploy.cli.acceptance.content.Corpus;
import io.bandwatch.deploy.cli.acceptance.content.Way;
import java.util.Arrays;
import java.util.Locale;

/** What is done to a clip before it is on air. */
enum Alteration {
    NONE {
        @Override
        short[] of(short[] clip, short[] voice) {
            return clip;
        }
    },
    /** 3 s are cut out of its middle. */
    CUT {
        @Override
        short[] of(short[] clip, short[] voice) {
            int from = clip.length / 2 - CUT_S * Corpus.RATE_HZ / 2;
            short[] cut = Arrays.copyOf(clip, clip.length - CUT_S * Corpus.RATE_HZ);
            System.arraycopy(clip, from + CUT_S * Corpus.RATE_HZ, cut, from, cut.length - from);
            return cut;
        }
    },
    /** Somebody speaks over it, 6 dB quieter than it is. */
    VOICE {
        @Override
        short[] of(short[] clip, short[] voice) {
            double factor = Math.pow(10, VOICE_DB / 20) * level(clip) / Math.max(1, level(voice));
            short[] spoken = new short[clip.length];
            for (int i = 0; i < clip.length; i++) {
                spoken[i] = clipped(clip[i] + factor * voice[i]);
            }
            return spoken;
        }
    },
    /** 2 % faster, and so much higher. */
    FASTER {
        @Override
        short[] of(short[] clip, short[] voice) {
            return played(clip, 1 + SPEED);
        }
    },
    SLOWER {
        @Override
        short[] of(short[] clip, short[] voice) {
            return played(clip, 1 - SPEED);
        }
    };

    private static final int CUT_S = 3;
    private static final double VOICE_DB = -6;
    private static final double SPEED = 0.02;

    /** @param voice as long as the clip */
    abstract short[] of(short[] clip, short[] voice);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static short[] played(short[] sound, double speed) {
        short[] played = new short[(int) ((sound.length - 3) / speed)];
        for (int i = 0; i < played.length; i++) {
            played[i] = clipped(Way.between(sound, (int) (i * speed), i * speed - (int) (i * speed)));
        }
        return played;
    }

    private static double level(short[] sound) {
        double square = 0;
        for (short sample : sound) {
            square += (double) sample * sample;
        }
        return Math.sqrt(square / sound.length);
    }

    private static short clipped(double value) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.rint(value)));
    }
}
