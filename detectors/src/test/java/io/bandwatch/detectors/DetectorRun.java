package io.bandwatch.detectors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs a detector over a list of observations and keeps the promises that {@link Detector} makes to it. */
public final class DetectorRun<O, S, F> {
    private final Detector<O, S, F> detector;
    private final Function<O, Instant> timeOf;
    private final List<F> findings = new ArrayList<>();
    private S state;
    private Optional<Instant> wakeAt = Optional.empty();

    public DetectorRun(Detector<O, S, F> detector, Function<O, Instant> timeOf) {
        this.detector = detector;
        this.timeOf = timeOf;
        this.state = detector.initial();
    }

    public DetectorRun<O, S, F> over(List<O> observations) {
        for (O observation : observations) {
            until(timeOf.apply(observation));
            take(detector.onObservation(state, observation));
        }
        return this;
    }

    /** Lets time pass without an observation. */
    public DetectorRun<O, S, F> until(Instant now) {
        while (wakeAt.isPresent() && !wakeAt.get().isAfter(now)) {
            take(detector.onDeadline(state, wakeAt.get()));
        }
        return this;
    }

    public List<F> findings() {
        return findings;
    }

    public S state() {
        return state;
    }

    private void take(Detector.Step<S, F> step) {
        state = step.next();
        wakeAt = step.wakeAt();
        findings.addAll(step.findings());
    }
}
