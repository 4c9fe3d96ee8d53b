package io.bandwatch.alerts.report.page;

import io.bandwatch.alerts.evidence.PngImage;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.report.view.Figures;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.util.Arrays;
import java.util.Base64;

/** The waterfall of one feed: a PNG inside an SVG whose frequency axis is that of the spectrum above it. */
final class WaterfallPlot {
    private static final int MOST_COLUMNS = 900;
    private static final int TOP = 4;
    private static final int ROW_HEIGHT_LEAST = 120;
    private static final int HEIGHT_MOST = 400;
    private static final int COLOURS = 256;
    private static final double NS_PER_S = 1e9;

    /** The noise is dark and what stands out is bright: the range begins at the median of all points. */
    private static final double FLOOR_QUANTILE = 0.5;

    /** Anchors of the palette, from quiet to loud: near black, blue, teal, yellow, near white. */
    private static final int[] ANCHORS = {0x101820, 0x1F3F77, 0x218F8D, 0xF0C83C, 0xFFFBE6};

    private final Messages messages;

    WaterfallPlot(Messages messages) {
        this.messages = messages;
    }

    String svg(SpectrumSummary spectrum) {
        int height = Math.max(ROW_HEIGHT_LEAST, Math.min(HEIGHT_MOST, 2 * spectrum.rowCount()));
        PlotFrame frame = PlotFrame.of(spectrum);
        String seconds = Figures.seconds(spectrum.durationNs() / NS_PER_S);
        String title = Html.escape(messages.text("page.waterfall", spectrum.feed(), seconds));
        int width = PlotFrame.WIDTH - PlotFrame.LEFT - PlotFrame.RIGHT;
        String png = Base64.getEncoder().encodeToString(png(spectrum));
        return PlotFrame.format("<svg viewBox=\"0 0 %d %d\" role=\"img\">", PlotFrame.WIDTH, TOP + height + 24)
                + "<title>" + title + "</title>"
                + PlotFrame.format(
                        "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\"",
                        PlotFrame.LEFT, TOP, width, height)
                + " href=\"data:image/png;base64," + png + "\"/>"
                + frame.frequencyAxis(TOP + height, TOP + height)
                + time("0", TOP + 10)
                + time(seconds, TOP + height)
                + "</svg>\n";
    }

    private static String time(String seconds, int y) {
        return PlotFrame.format(
                "<text class=\"tick\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s s</text>",
                PlotFrame.LEFT - 6, y, seconds);
    }

    private static byte[] png(SpectrumSummary spectrum) {
        int points = spectrum.points();
        int columns = Math.min(points, MOST_COLUMNS);
        int rows = spectrum.rowCount();
        float[] values = new float[columns * rows];
        Arrays.fill(values, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < rows; row++) {
            for (int point = 0; point < points; point++) {
                int pixel = row * columns + (int) ((long) point * columns / points);
                float value = spectrum.rowsDbfsPerHz()[row * points + point];
                if (value > values[pixel]) {
                    values[pixel] = value;
                }
            }
        }
        return PngImage.of(columns, rows, indices(values), palette());
    }

    private static byte[] indices(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[(int) (sorted.length * FLOOR_QUANTILE)];
        double span = Math.max(1, sorted[sorted.length - 1] - low);
        byte[] indices = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            double share = (values[i] - low) / span;
            indices[i] = (byte) Math.round(Math.max(0, Math.min(1, share)) * (COLOURS - 1));
        }
        return indices;
    }

    private static byte[] palette() {
        byte[] palette = new byte[3 * COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            double place = (double) i / (COLOURS - 1) * (ANCHORS.length - 1);
            int below = Math.min((int) place, ANCHORS.length - 2);
            for (int channel = 0; channel < 3; channel++) {
                int shift = 16 - 8 * channel;
                int from = ANCHORS[below] >> shift & 0xFF;
                int to = ANCHORS[below + 1] >> shift & 0xFF;
                palette[3 * i + channel] = (byte) Math.round(from + (to - from) * (place - below));
            }
        }
        return palette;
    }
}
