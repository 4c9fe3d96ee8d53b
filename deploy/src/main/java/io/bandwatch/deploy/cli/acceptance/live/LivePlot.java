package io.bandwatch.deploy.cli.acceptance.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Locale;

/** Draws what the process of the service held, and how late samples were, against minutes: one panel a figure, from 0 on. */
final class LivePlot {
    private static final int WIDTH = 640;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 26;
    private static final int PANEL = 110;
    private static final int GAP = 34;
    private static final int TICKS = 4;

    /** Field of a reading, and its title. */
    private static final String[][] PANELS = {
        {"heap_mib", "Heap after collection, MiB"},
        {"threads", "Threads"},
        {"handles", "Open files, pipes and sockets"},
        {"latest_ms", "Latest sample of a receiver, ms"},
        {"dropped_samples", "Samples dropped so far"}
    };

    private final StringBuilder svg = new StringBuilder();
    private final double lastMinute;

    private LivePlot(double lastMinute) {
        this.lastMinute = lastMinute;
    }

    /** The picture; readings are in order of time. */
    static String draw(ArrayNode readings) {
        LivePlot plot =
                new LivePlot(readings.get(readings.size() - 1).get("minutes").asDouble());
        int height = PANELS.length * (TOP + PANEL + GAP);
        plot.line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">",
                WIDTH, height);
        plot.line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height);
        for (int panel = 0; panel < PANELS.length; panel++) {
            plot.panel(panel * (TOP + PANEL + GAP) + TOP, PANELS[panel][0], PANELS[panel][1], readings);
        }
        return plot.svg.append("</svg>\n").toString();
    }

    private void panel(double top, String field, String title, ArrayNode readings) {
        double most = 0;
        for (JsonNode reading : readings) {
            most = Math.max(most, reading.get(field).asDouble());
        }
        double step = step(Math.max(most, 1) / TICKS);
        double highest = Math.ceil(Math.max(most, 1) / step) * step;
        line("<text x=\"%d\" y=\"%.1f\" font-size=\"14\">%s</text>", LEFT, top - 8, title);
        for (double value = 0; value <= highest + step / 2; value += step) {
            double y = top + PANEL * (1 - value / highest);
            line("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>", LEFT, y, WIDTH - RIGHT);
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>", LEFT - 8, y + 4, value);
        }
        double minutes = step(Math.max(1, lastMinute) / 6);
        for (double minute = 0; minute <= lastMinute + 1e-9; minute += minutes) {
            line("<path d=\"M%.1f %.1fv5\" stroke=\"#333333\"/>", x(minute), top + PANEL);
            line("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.0f</text>", x(minute), top + PANEL + 18, minute);
        }
        line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">minutes</text>", WIDTH - RIGHT, top + PANEL + 30);
        StringBuilder path = new StringBuilder();
        for (JsonNode reading : readings) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(String.format(
                            Locale.ROOT,
                            "%.1f %.1f",
                            x(reading.get("minutes").asDouble()),
                            top + PANEL * (1 - reading.get(field).asDouble() / highest)));
        }
        line("<path d=\"%s\" fill=\"none\" stroke=\"#1f4e8c\" stroke-width=\"1.5\"/>", path);
    }

    /** The next of 1, 2, 5, 10, 20 and so on. */
    private static double step(double atLeast) {
        double decade = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * decade >= atLeast * (1 - 1e-9)) {
                return Math.max(1, factor * decade);
            }
        }
        return Math.max(1, 10 * decade);
    }

    private double x(double minute) {
        return LEFT + (WIDTH - LEFT - RIGHT) * minute / lastMinute;
    }

    private void line(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
