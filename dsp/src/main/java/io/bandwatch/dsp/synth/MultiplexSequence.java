package io.bandwatch.dsp.synth;

import java.util.Arrays;
import java.util.List;

/**
 * One multiplex after another: what a transmitter sends when its programme, its set-up or its feed changes. The carrier goes
 * on in phase; subcarriers begin anew. Times are counted from the first sample read, which a transmission makes within a
 * millisecond of time 0. Not thread-safe; allocates nothing in {@code read} but where a part begins.
 */
public final class MultiplexSequence implements Multiplex {
    private final List<Part> parts;
    private final double sampleRateHz;
    private Multiplex current;
    private float[] rest = new float[0];
    private int next = 1;
    private long position;

    private MultiplexSequence(List<Part> parts, double sampleRateHz) {
        this.parts = parts;
        this.sampleRateHz = sampleRateHz;
        this.current = parts.get(0).source().open(sampleRateHz);
    }

    /**
     * A multiplex from a time on.
     *
     * @param fromS when it begins, s; of the first part ignored
     * @param source what is sent then
     */
    public record Part(double fromS, Source source) {}

    /** Parts by rising time, at least one. */
    public static Source of(List<Part> parts) {
        List<Part> ordered = List.copyOf(parts);
        for (int i = 2; i < ordered.size(); i++) {
            if (!(ordered.get(i).fromS() > ordered.get(i - 1).fromS())) {
                throw new IllegalArgumentException("parts of a multiplex need rising times, got "
                        + ordered.get(i - 1).fromS() + " s before "
                        + ordered.get(i).fromS() + " s");
            }
        }
        return new Source() {
            @Override
            public Multiplex open(double sampleRateHz) {
                return new MultiplexSequence(ordered, sampleRateHz);
            }

            @Override
            public double reachHz() {
                return ordered.stream()
                        .mapToDouble(part -> part.source().reachHz())
                        .max()
                        .orElseThrow();
            }
        };
    }

    @Override
    public void read(float[] deviationHz, int count) {
        int done = 0;
        while (done < count) {
            int part = (int) Math.min(count - done, nextStart() - position);
            if (part <= 0) {
                current = parts.get(next++).source().open(sampleRateHz);
                continue;
            }
            readInto(deviationHz, done, part);
            position += part;
            done += part;
        }
    }

    private long nextStart() {
        return next == parts.size()
                ? Long.MAX_VALUE
                : Math.round(parts.get(next).fromS() * sampleRateHz);
    }

    private void readInto(float[] deviationHz, int from, int count) {
        if (from == 0) {
            current.read(deviationHz, count);
            return;
        }
        if (rest.length < count) {
            rest = Arrays.copyOf(rest, count);
        }
        current.read(rest, count);
        System.arraycopy(rest, 0, deviationHz, from, count);
    }
}
