package io.bandwatch.alerts.evidence;

import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Pictures of the band around an incident, with its channel and its onset marked in red. Frequencies in MHz, levels in dBFS/Hz,
 * times of day in UTC. Needs no fonts and no AWT, so the same numbers make the same bytes everywhere.
 *
 * @param spectrum what was measured
 * @param channelHz channel of the incident, Hz; 0 where it is about none
 * @param onset onset of the incident
 */
public record BandPicture(SpectrumSummary spectrum, double channelHz, Instant onset) {
    private static final int WIDTH = 1000;
    private static final int LEFT = 120;
    private static final int RIGHT = 16;
    private static final int TOP = 12;
    private static final int BOTTOM = 34;
    private static final int CURVE_HEIGHT = 300;
    private static final int LEAST_HEIGHT = 240;
    private static final int SCALE = 2;
    private static final int GRID_DB = 10;
    private static final int MOST_TICKS = 12;
    private static final double HZ_PER_MHZ = 1e6;
    private static final double CHANNEL_HALF_HZ = 100e3;
    private static final double[] STEPS_MHZ = {0.1, 0.2, 0.5, 1, 2, 5};
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Mean and, paler, largest density of each frequency. */
    public byte[] spectrumPng() {
        Canvas canvas = new Canvas(WIDTH, TOP + CURVE_HEIGHT + BOTTOM);
        frequencies(canvas, CURVE_HEIGHT);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < spectrum.points(); i++) {
            low = Math.min(low, spectrum.meanDbfsPerHz()[i]);
            high = Math.max(high, spectrum.maxDbfsPerHz()[i]);
        }
        int floor = (int) Math.floor(low / GRID_DB) * GRID_DB;
        int top = Math.max(floor + GRID_DB, (int) Math.ceil(high / GRID_DB) * GRID_DB);
        for (int level = floor; level <= top; level += GRID_DB) {
            int y = y(level, floor, top);
            canvas.fill(LEFT, y, WIDTH - LEFT - RIGHT, 1, Canvas.GREY);
            canvas.textTo(LEFT - 8, y - SmallFont.HEIGHT, Integer.toString(level), SCALE, Canvas.INK);
        }
        channel(canvas, CURVE_HEIGHT);
        curve(canvas, spectrum.maxDbfsPerHz(), floor, top, Canvas.PALE);
        curve(canvas, spectrum.meanDbfsPerHz(), floor, top, Canvas.BLUE);
        return canvas.png();
    }

    private void curve(Canvas canvas, float[] levels, int floor, int top, int colour) {
        int before = -1;
        for (int x = LEFT; x < WIDTH - RIGHT; x++) {
            // the largest of the points that fall on a column, so that no line falls between two
            int from = Math.max(0, (int) Math.floor(point(x)));
            int to = Math.min(spectrum.points() - 1, Math.max(from, (int) Math.ceil(point(x + 1)) - 1));
            float level = levels[Math.min(from, spectrum.points() - 1)];
            for (int i = from; i <= to; i++) {
                level = Math.max(level, levels[i]);
            }
            int y = y(level, floor, top);
            int last = before < 0 ? y : before;
            canvas.fill(x, Math.min(y, last), 1, Math.abs(y - last) + 2, colour);
            before = y;
        }
    }

    /** Density by frequency and time, oldest at the top. */
    public byte[] waterfallPng() {
        Waterfall pixels = Waterfall.of(spectrum, WIDTH - LEFT - RIGHT);
        int rowHeight = Math.max(1, (LEAST_HEIGHT + pixels.rows() - 1) / pixels.rows());
        int height = rowHeight * pixels.rows();
        Canvas canvas = new Canvas(WIDTH, TOP + height + BOTTOM);
        for (int y = 0; y < pixels.rows(); y++) {
            for (int x = 0; x < WIDTH - LEFT - RIGHT; x++) {
                int column = x * pixels.columns() / (WIDTH - LEFT - RIGHT);
                canvas.fill(LEFT + x, TOP + y * rowHeight, 1, rowHeight, pixels.colour(column, y));
            }
        }
        frequencies(canvas, 0, height);
        double sinceS = Duration.between(spectrum.time(), onset).toMillis() / 1e3;
        double share = sinceS * 1e9 / spectrum.durationNs();
        if (share > 0 && share < 1) {
            int y = TOP + (int) Math.round(share * height);
            canvas.fill(LEFT - 12, y, 12, 2, Canvas.RED);
            canvas.fill(WIDTH - RIGHT, y, RIGHT, 2, Canvas.RED);
            int text = Math.max(TOP + 2 * SCALE * SmallFont.HEIGHT, y - SmallFont.HEIGHT);
            canvas.textTo(LEFT - 16, text, TIME.format(onset), SCALE, Canvas.RED);
        }
        canvas.textTo(LEFT - 16, TOP, TIME.format(spectrum.time()), SCALE, Canvas.INK);
        Instant end = spectrum.time().plusNanos(spectrum.durationNs());
        canvas.textTo(LEFT - 16, TOP + height - SCALE * SmallFont.HEIGHT, TIME.format(end), SCALE, Canvas.INK);
        if (channelHz > 0) {
            int from = x(channelHz - CHANNEL_HALF_HZ);
            int to = x(channelHz + CHANNEL_HALF_HZ);
            canvas.fill(from, TOP - 6, to - from, 4, Canvas.RED);
        }
        return canvas.png();
    }

    private void frequencies(Canvas canvas, int height) {
        frequencies(canvas, height, height);
    }

    /** Ticks and frequencies under a plot, with lines through it of a length. */
    private void frequencies(Canvas canvas, int lines, int height) {
        double spanMhz = spectrum.points() * spectrum.stepHz() / HZ_PER_MHZ;
        double stepMhz = STEPS_MHZ[STEPS_MHZ.length - 1];
        for (int i = STEPS_MHZ.length - 1; i >= 0; i--) {
            stepMhz = spanMhz / STEPS_MHZ[i] <= MOST_TICKS ? STEPS_MHZ[i] : stepMhz;
        }
        double lowHz = spectrum.startHz() - spectrum.stepHz() / 2;
        for (long tick = (long) Math.ceil(lowHz / HZ_PER_MHZ / stepMhz);
                tick * stepMhz <= lowHz / HZ_PER_MHZ + spanMhz;
                tick++) {
            int x = x(tick * stepMhz * HZ_PER_MHZ);
            canvas.fill(x, TOP + height - lines, 1, lines + 6, Canvas.GREY);
            String text = String.format(Locale.ROOT, "%.1f", tick * stepMhz);
            int half = SCALE * SmallFont.WIDTH * text.length() / 2;
            canvas.text(x - half, TOP + height + 10, text, SCALE, Canvas.INK);
        }
    }

    private void channel(Canvas canvas, int height) {
        if (channelHz > 0) {
            canvas.fill(x(channelHz - CHANNEL_HALF_HZ), TOP, 1, height, Canvas.RED);
            canvas.fill(x(channelHz + CHANNEL_HALF_HZ), TOP, 1, height, Canvas.RED);
        }
    }

    private static int y(double level, int floor, int top) {
        double share = (level - floor) / (top - floor);
        return TOP + (int) Math.round((1 - Math.max(0, Math.min(1, share))) * (CURVE_HEIGHT - 1));
    }

    /** Which point of the spectrum a column begins with. */
    private double point(int x) {
        return (double) (x - LEFT) / (WIDTH - LEFT - RIGHT) * spectrum.points();
    }

    private int x(double hz) {
        double point = (hz - spectrum.startHz()) / spectrum.stepHz() + 0.5;
        return LEFT + (int) Math.round(point / spectrum.points() * (WIDTH - LEFT - RIGHT));
    }
}
