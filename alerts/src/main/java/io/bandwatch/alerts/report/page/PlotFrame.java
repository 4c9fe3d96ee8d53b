package io.bandwatch.alerts.report.page;

import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.util.Locale;

/**
 * Where things stand in a picture whose horizontal axis is frequency. All lengths in units of the view box.
 *
 * @param lowHz frequency at the left edge
 * @param highHz frequency at the right edge
 */
record PlotFrame(double lowHz, double highHz) {
    static final int WIDTH = 1000;
    static final int LEFT = 56;
    static final int RIGHT = 12;
    private static final double[] STEPS_MHZ = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000
    };
    private static final int MOST_TICKS = 12;
    private static final double HZ_PER_MHZ = 1e6;

    static PlotFrame of(SpectrumSummary spectrum) {
        double half = spectrum.stepHz() / 2;
        double last = spectrum.startHz() + (spectrum.points() - 1) * spectrum.stepHz();
        return new PlotFrame(spectrum.startHz() - half, last + half);
    }

    double x(double frequencyHz) {
        return LEFT + (frequencyHz - lowHz) / (highHz - lowHz) * (WIDTH - LEFT - RIGHT);
    }

    boolean shows(double frequencyHz) {
        return frequencyHz >= lowHz && frequencyHz <= highHz;
    }

    /** Vertical lines and frequencies in MHz below a plot that spans {@code top..bottom}. */
    String frequencyAxis(double top, double bottom) {
        double stepMhz = STEPS_MHZ[STEPS_MHZ.length - 1];
        for (int i = STEPS_MHZ.length - 1; i >= 0; i--) {
            if ((highHz - lowHz) / HZ_PER_MHZ / STEPS_MHZ[i] <= MOST_TICKS) {
                stepMhz = STEPS_MHZ[i];
            }
        }
        int decimals = stepMhz >= 1 ? 0 : stepMhz >= 0.1 ? 1 : 2;
        StringBuilder svg = new StringBuilder();
        long first = (long) Math.ceil(lowHz / HZ_PER_MHZ / stepMhz);
        long last = (long) Math.floor(highHz / HZ_PER_MHZ / stepMhz);
        for (long tick = first; tick <= last; tick++) {
            double mhz = tick * stepMhz;
            double x = x(mhz * HZ_PER_MHZ);
            svg.append(format(
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>", x, x, top, bottom));
            svg.append(format(
                    "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">%." + decimals + "f</text>",
                    x,
                    bottom + 16,
                    mhz));
        }
        return svg.toString();
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
