package io.bandwatch.deploy.cli.acceptance.repeats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.deploy.cli.acceptance.repeats.DayTape.Waves;
import io.bandwatch.deploy.cli.acceptance.repeats.SimulatedDay.Airing;
import io.bandwatch.deploy.cli.acceptance.repeats.SimulatedDay.Loop;
import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.content.repetition.ListedRepeat;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.dsp.synth.SeededRandom;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of repeats and loops. Not thread-safe. */
final class LoopTally {
    private static final double RECALL = 0.98;
    private static final double PRECISION = 0.99;
    private static final double PERIOD_S = 0.5;

    /** So far off the share that is new may be: as much as what may be missed or told wrongly of what is repeated. */
    private static final double SHARE = 0.02;

    /** So much of a repeat must be listed, and was on as long before as is told. */
    private static final double COVERED = 0.8;

    /** Stretches as long as most that are listed, anywhere in a day, against any time before. */
    private static final int PAIRS = 1000;

    private static final double LEAST_S = 20;
    private static final double MOST_S = 60;

    private double hours;
    private int airings;
    private int found;
    private int listed;
    private int planted;
    private int sameSound;
    private int unrelated;
    private int unrelatedTakenForTheSame;
    private int loops;
    private int loopsFound;
    private int falseLoops;
    private double worstPeriodS;
    private int records;
    private int recordsWithTheLoop;
    private double worstShare;
    private double mostBytesADay;
    private final List<String> wrong = new ArrayList<>();

    /** A day. */
    void count(String day, SimulatedDay truth, Remembering told, Waves waves, double dayHours) throws IOException {
        List<Airing> airingsOfDay = truth.airings();
        hours += dayHours;
        mostBytesADay = Math.max(mostBytesADay, told.bytes() * 24 / dayHours);
        List<ListedRepeat> repeats = new ArrayList<>();
        for (RepetitionRecord record : told.records()) {
            repeats.addAll(List.of(record.repeats()));
        }
        List<ListedRepeat> some = new ArrayList<>();
        for (ListedRepeat repeat : repeats) {
            if (isOne(day, airingsOfDay, repeat, waves)) {
                some.add(repeat);
            }
        }
        recall(day, airingsOfDay, some);
        unrelated(waves, dayHours * 3600);
        loops(day, truth.loops(), told.loops());
        share(day, airingsOfDay, some, told.records());
        period(day, truth.loops(), told.records().get(0));
    }

    /** What is new is what neither was planned to be on again nor is a repeat of the sound itself. */
    private void share(String day, List<Airing> truth, List<ListedRepeat> some, List<RepetitionRecord> told) {
        List<double[]> again = new ArrayList<>();
        truth.forEach(airing -> again.add(new double[] {airing.fromS(), airing.toS()}));
        some.forEach(repeat -> again.add(new double[] {seconds(repeat.from()), seconds(repeat.to())}));
        again.sort(Comparator.comparingDouble(one -> one[0]));
        double repeatedS = 0;
        double reachedS = 0;
        for (double[] one : again) {
            repeatedS += Math.max(0, one[1] - Math.max(reachedS, one[0]));
            reachedS = Math.max(reachedS, one[1]);
        }
        double heardS = told.stream().mapToDouble(RepetitionRecord::heardS).sum();
        double newS = told.stream()
                .mapToDouble(record -> record.heardS() * record.newShare())
                .sum();
        double error = newS / heardS - (1 - repeatedS / heardS);
        worstShare = Math.max(worstShare, Math.abs(error));
        if (Math.abs(error) > SHARE) {
            wrong.add(String.format(
                    Locale.ROOT, "%s: %.3f of it told as new, %.3f is", day, newS / heardS, 1 - repeatedS / heardS));
        }
    }

    private void period(String day, List<Loop> truth, RepetitionRecord told) {
        records++;
        Loop longest =
                truth.stream().max(Comparator.comparingDouble(Loop::lengthS)).orElseThrow();
        Double period = told.loopPeriodS();
        if (period != null && longest.errorS(period) <= PERIOD_S) {
            recordsWithTheLoop++;
        } else {
            wrong.add(String.format(
                    Locale.ROOT,
                    "%s: period %s s in the record, the loop's are %s s",
                    day,
                    period,
                    longest.periodsS()));
        }
    }

    private void recall(String day, List<Airing> truth, List<ListedRepeat> repeats) {
        for (Airing airing : truth) {
            airings++;
            double covered = repeats.stream()
                    .mapToDouble(repeat -> overlap(airing, repeat))
                    .sum();
            if (covered >= COVERED * (airing.toS() - airing.fromS())) {
                found++;
            } else {
                wrong.add(String.format(
                        Locale.ROOT, "%s %.1f-%.1f s: %.1f s found", day, airing.fromS(), airing.toS(), covered));
            }
        }
    }

    /** A sound may repeat itself, too: then the time since is another one, and as right. */
    private boolean isOne(String day, List<Airing> truth, ListedRepeat repeat, Waves waves) throws IOException {
        listed++;
        double from = seconds(repeat.from());
        double length = seconds(repeat.to()) - from;
        boolean isPlanted = truth.stream()
                .anyMatch(airing -> airing.hasLag(repeat.lagS(), PERIOD_S) && overlap(airing, repeat) >= length / 2);
        if (isPlanted) {
            planted++;
            return true;
        }
        if (isSame(waves, from, length, repeat.lagS())) {
            sameSound++;
            return true;
        }
        wrong.add(String.format(
                Locale.ROOT, "%s %.1f-%.1f s was not on %.1f s before", day, from, from + length, repeat.lagS()));
        return false;
    }

    /** Two of the three moments between its quarters. */
    private static boolean isSame(Waves waves, double fromS, double lengthS, double lagS) throws IOException {
        int same = 0;
        for (int quarter = 1; quarter < 4; quarter++) {
            double at = fromS + lengthS * quarter / 4;
            same += waves.same(at, at - lagS) ? 1 : 0;
        }
        return same >= 2;
    }

    /** How often what is said of a repeat nobody planned would be said of any stretch and any time before. */
    private void unrelated(Waves waves, double dayS) throws IOException {
        SeededRandom random = SeededRandom.forPurpose((long) dayS, "unrelated moments");
        for (int pair = 0; pair < PAIRS; pair++) {
            double lengthS = LEAST_S + random.nextUniform() * (MOST_S - LEAST_S);
            double lagS = LEAST_S + random.nextUniform() * (dayS - MOST_S - 2 * LEAST_S);
            double fromS = lagS + random.nextUniform() * (dayS - lagS - MOST_S);
            unrelated++;
            unrelatedTakenForTheSame += isSame(waves, fromS, lengthS, lagS) ? 1 : 0;
        }
    }

    private void loops(String day, List<Loop> truth, List<Finding> findings) {
        loops += truth.size();
        List<Loop> left = new ArrayList<>(truth);
        for (Finding finding : findings) {
            if (finding.phase() != Finding.Phase.RAISED) {
                continue;
            }
            double since = seconds(finding.since());
            double at = seconds(finding.at());
            double period = Double.parseDouble(finding.reasons()[0].arguments()[0]);
            Optional<Loop> told = left.stream()
                    .filter(loop -> since < loop.toS() && at > loop.fromS())
                    .filter(loop -> loop.errorS(period) <= PERIOD_S)
                    .findFirst();
            if (told.isPresent()) {
                left.remove(told.get());
                loopsFound++;
                worstPeriodS = Math.max(worstPeriodS, told.get().errorS(period));
            } else {
                falseLoops++;
                wrong.add(String.format(Locale.ROOT, "%s loop of %.1f s told at %.1f s", day, period, at));
            }
        }
        for (Loop loop : left) {
            wrong.add(String.format(
                    Locale.ROOT, "%s loop of %s s from %.1f s missed", day, loop.periodsS(), loop.fromS()));
        }
    }

    private static double overlap(Airing airing, ListedRepeat repeat) {
        double from = Math.max(airing.fromS(), seconds(repeat.from()));
        return Math.max(0, Math.min(airing.toS(), seconds(repeat.to())) - from);
    }

    private static double seconds(Instant time) {
        return Duration.between(Instant.EPOCH, time).toNanos() / 1e9;
    }

    boolean holds() {
        return found >= RECALL * airings
                && planted + sameSound >= PRECISION * listed
                && loopsFound == loops
                && falseLoops == 0
                && worstShare <= SHARE
                && recordsWithTheLoop == records
                && unrelatedTakenForTheSame <= (1 - PRECISION) * unrelated;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d repeats found, %d of %d listed are some (%d of the sound itself); %d of %d loops, %d false",
                found,
                airings,
                planted + sameSound,
                listed,
                sameSound,
                loopsFound,
                loops,
                falseLoops);
    }

    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("hours", hours);
        node.put("repeats", airings);
        node.put("repeats_found", found);
        node.put("listed", listed);
        node.put("listed_as_played", planted);
        node.put("listed_that_the_sound_itself_repeats", sameSound);
        node.put("unrelated_stretches_compared_likewise", unrelated);
        node.put("of_them_taken_for_the_same", unrelatedTakenForTheSame);
        node.put("loops", loops);
        node.put("loops_found", loopsFound);
        node.put("false_loops", falseLoops);
        node.put("worst_period_error_s", Math.rint(worstPeriodS * 100) / 100);
        node.put("days_whose_record_has_the_period_of_the_longest_loop", recordsWithTheLoop);
        node.put("worst_error_of_the_new_share", Math.rint(worstShare * 1e4) / 1e4);
        node.put("index_megabytes_a_day", Math.rint(mostBytesADay / 1e5) / 10);
        ArrayNode list = node.putArray("wrong");
        wrong.forEach(list::add);
        return node;
    }
}
