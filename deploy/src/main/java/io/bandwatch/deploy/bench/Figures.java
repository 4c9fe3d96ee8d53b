package io.bandwatch.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Processor time of one work over several rounds, in which others had their turn as well. */
public final class Figures {
    private final String name;
    private final Timed work;
    private final List<Double> seconds = new ArrayList<>();

    /** Work that can tell what it took. */
    public interface Timed {
        double cpuS() throws Exception;
    }

    /**
     * Figures of a work.
     *
     * @param name what they are told under
     */
    public Figures(String name, Timed work) {
        this.name = name;
        this.work = work;
    }

    String name() {
        return name;
    }

    /** Does the work once; the first time, which warms up, does not count. */
    public void measure(boolean counts) throws Exception {
        double cpuS = work.cpuS();
        if (counts) {
            seconds.add(cpuS);
        }
    }

    /** Median, lowest and highest for one of so many, such as gigabytes. */
    public String told(double of) {
        return row(name, seconds.stream().map(cpuS -> cpuS / of).sorted().toList(), "%8.3f");
    }

    /** What share of the other's time this took in the same round. */
    public String comparedWith(Figures other) {
        List<Double> ratios = IntStream.range(0, seconds.size())
                .mapToObj(round -> seconds.get(round) / other.seconds.get(round))
                .sorted()
                .toList();
        return row("  " + name + " / " + other.name, ratios, "%8.2f");
    }

    private static String row(String what, List<Double> rising, String figure) {
        double median = rising.get(rising.size() / 2);
        return String.format(
                Locale.ROOT,
                "%-52s " + figure + "  (" + figure.replace("8", "") + " - " + figure.replace("8", "") + ")",
                what,
                median,
                rising.get(0),
                rising.get(rising.size() - 1));
    }
}
