package io.bandwatch.alerts.report.view;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers for people; empty where unknown. The same in every language: a point, no grouping. */
public final class Figures {
    private static final double HZ_PER_MHZ = 1e6;
    private static final double HZ_PER_KHZ = 1e3;
    private static final double BITS_PER_MEGABIT = 1e6;
    private static final double PERCENT = 100;
    private static final Pattern FINER_THAN_MS = Pattern.compile("(?<=\\.\\d{3})\\d+");

    private Figures() {}

    /** Frequency in MHz to 1 kHz. */
    public static String mhz(double frequencyHz) {
        return fixed(frequencyHz / HZ_PER_MHZ, 3);
    }

    /** Channel in MHz to 100 kHz, finer where it is finer; nothing for what concerns all channels. */
    public static String channelMhz(long channelHz) {
        return channelHz == 0 ? "" : fixed(channelHz / HZ_PER_MHZ, channelHz % 100_000 == 0 ? 1 : 3);
    }

    /** Bit rate in Mbit/s to 1 kbit/s. */
    public static String mbps(double bitrateBps) {
        return fixed(bitrateBps / BITS_PER_MEGABIT, 3);
    }

    public static String khz(double hz) {
        return fixed(hz / HZ_PER_KHZ, 0);
    }

    public static String decibels(double value) {
        return fixed(value, 1);
    }

    public static String percent(double share) {
        return fixed(share * PERCENT, 0);
    }

    public static String share(double value) {
        return fixed(value, 2);
    }

    public static String seconds(double value) {
        return fixed(value, 1);
    }

    /** Pictures a second, without digits that say nothing. */
    public static String rate(double value) {
        return fixed(value, value == Math.rint(value) ? 0 : 2);
    }

    /** An instant of a record to the millisecond; what is coarser stays as it is. */
    public static String time(String instant) {
        return FINER_THAN_MS.matcher(instant).replaceFirst("");
    }

    private static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "";
    }
}
