package io.bandwatch.deploy.cli.usage;

import io.bandwatch.samples.ProgressListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells every tenth of a rendering. */
public final class RenderingProgress implements ProgressListener {
    private static final int STEPS = 10;

    private final String name;
    private final PrintWriter err;
    private int told;

    public RenderingProgress(String name, PrintWriter err) {
        this.name = name;
        this.err = err;
    }

    @Override
    public void rendered(double doneS, double durationS) {
        int step = (int) (STEPS * doneS / durationS);
        if (step > told) {
            told = step;
            err.printf(Locale.ROOT, "bandwatch: rendering %s: %.0f of %.0f s%n", name, doneS, durationS);
            err.flush();
        }
    }
}
