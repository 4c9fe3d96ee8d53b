package io.bandwatch.detectors.schedule;

import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A month of one look a minute at one carrier: its windows as a timer keeps them, some cancelled, and hours in which
 * nobody looked.
 */
final class SimulatedMonth {
    static final int DAYS = 30;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final ZoneId zone;
    private final SplittableRandom random;
    /** By begin. */
    private final TreeMap<Instant, ObservedSpan> onAir = new TreeMap<>();

    private final TreeMap<Instant, ObservedSpan> blind = new TreeMap<>();

    SimulatedMonth(ZoneId zone, long seed) {
        this.zone = zone;
        this.random = new SplittableRandom(seed);
    }

    /** A carrier switched every day between these times, each switching up to {@code jitterS} early or late. */
    SimulatedMonth timer(LocalTime on, LocalTime off, int jitterS, double cancelled) {
        for (int day = -1; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            Instant from = date.atTime(on).atZone(zone).toInstant();
            Instant to = date.plusDays(off.isAfter(on) ? 0 : 1)
                    .atTime(off)
                    .atZone(zone)
                    .toInstant();
            if (random.nextDouble() >= cancelled) {
                add(onAir, from.plusSeconds(jitter(jitterS)), to.plusSeconds(jitter(jitterS)));
            }
        }
        return this;
    }

    /** As many windows as fit a day: morning, noon, evening, of random begin and length. */
    SimulatedMonth randomTimer(int windows, int jitterS, double cancelled) {
        int slotS = 86_400 / windows;
        int shiftS = random.nextInt(86_400);
        for (int i = 0; i < windows; i++) {
            int lengthS = random.nextInt(1800, slotS - 3600);
            int beginS = shiftS + i * slotS + random.nextInt(slotS - 3600 - lengthS + 1);
            timer(atMinute(beginS), atMinute(beginS + lengthS), jitterS, cancelled);
        }
        return this;
    }

    private static LocalTime atMinute(int second) {
        return LocalTime.ofSecondOfDay(second % 86_400 / 60 * 60L);
    }

    /** A carrier that somebody switches by hand, so many times a day on average. */
    SimulatedMonth byHand(double timesPerDay) {
        Instant now = start();
        while (now.isBefore(end())) {
            Instant from = now.plusSeconds(waiting(86_400 / timesPerDay));
            now = from.plusSeconds(120 + waiting(86_400 / timesPerDay / 3));
            add(onAir, from, now);
        }
        return this;
    }

    /** Hours without a look, so many times a day on average. */
    SimulatedMonth unobserved(double timesPerDay, Duration shortest, Duration longest) {
        Instant now = start().plusSeconds(waiting(86_400 / timesPerDay));
        while (now.isBefore(end())) {
            Instant to = now.plusSeconds(random.nextLong(shortest.toSeconds(), longest.toSeconds()));
            add(blind, now, to);
            now = to.plusSeconds(waiting(86_400 / timesPerDay));
        }
        return this;
    }

    Instant start() {
        return FIRST.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return FIRST.plusDays(DAYS).atStartOfDay(zone).toInstant();
    }

    /** Times really on air, whether somebody looked or not. */
    Collection<ObservedSpan> onAir() {
        return onAir.values();
    }

    private static void add(Map<Instant, ObservedSpan> spans, Instant from, Instant to) {
        spans.put(from, new ObservedSpan(from, to));
    }

    private static boolean isWithin(NavigableMap<Instant, ObservedSpan> spans, Instant at) {
        Map.Entry<Instant, ObservedSpan> before = spans.floorEntry(at);
        return before != null && before.getValue().contains(at);
    }

    List<RfObservation> looks() {
        Looks looks = Looks.from(start(), 98.3e6).sweeps(60_000, 100e3);
        for (Instant now = start(); now.isBefore(end()); now = now.plusSeconds(60)) {
            if (isWithin(blind, now)) {
                looks.blind(60);
            } else if (isWithin(onAir, now)) {
                looks.on(60, 20);
            } else {
                looks.off(60);
            }
        }
        return looks.list();
    }

    private long jitter(int jitterS) {
        return jitterS == 0 ? 0 : random.nextInt(-jitterS, jitterS + 1);
    }

    private long waiting(double meanS) {
        return Math.round(-meanS * Math.log(1 - random.nextDouble()));
    }
}
