package io.bandwatch.deploy.cluster;

import java.time.Duration;

/**
 * How far a run is, in words.
 *
 * @param percent 0 to 100
 * @param elapsed since the start
 */
record ProgressText(double percent, Duration elapsed) {
    private static final int BAR_CELLS = 30;
    // an estimate from less would jump about
    private static final double PERCENT_TO_ESTIMATE = 2;

    String asBar() {
        int filled = (int) (percent / 100 * BAR_CELLS);
        return "[" + "#".repeat(filled) + ".".repeat(BAR_CELLS - filled) + "] " + asLine();
    }

    String asLine() {
        String line = "%.0f %% after %s".formatted(percent, clock(elapsed));
        return percent < PERCENT_TO_ESTIMATE ? line : line + ", about " + clock(remaining()) + " left";
    }

    private Duration remaining() {
        return Duration.ofMillis(Math.round(elapsed.toMillis() * (100 - percent) / percent));
    }

    private static String clock(Duration time) {
        String minutesAndSeconds = "%02d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart());
        return time.toHours() == 0 ? minutesAndSeconds : time.toHours() + ":" + minutesAndSeconds;
    }
}
