package io.bandwatch.detectors.content.relays;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.repeats.Repeat;
import io.bandwatch.detectors.content.repeats.RepeatReport;
import io.bandwatch.detectors.evidence.Relayed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which carriers without a licence relay a licensed one: they are the same at one delay, for longer than the delay, and
 * in most of what is heard. It makes no difference on which feed either is heard, or when.
 */
public final class RelayDetector implements Detector<RepeatReport, RelayState, RelayNews> {
    private static final long serialVersionUID = 1L;

    @Override
    public RelayState initial() {
        return RelayState.NOTHING;
    }

    @Override
    public Step<RelayState, RelayNews> onObservation(RelayState state, RepeatReport report) {
        Map<String, HeardCarrier> carriers = new HashMap<>(state.carriers());
        Subject subject = report.subject();
        HeardCarrier before =
                carriers.getOrDefault(subject.place(), HeardCarrier.of(subject, PrintLine.step(report.from())));
        carriers.put(subject.place(), before.heard(report));
        for (Repeat[] some : List.of(report.over(), report.open())) {
            for (Repeat repeat : some) {
                share(subject, repeat, PrintLine.step(report.time()), carriers);
            }
        }
        HeardCarrier now = Objects.requireNonNull(carriers.get(subject.place())).pruned();
        RelayNews news = news(now, report, carriers);
        if (report.ended() && !now.licensed()) {
            carriers.remove(subject.place());
        } else {
            carriers.put(subject.place(), news == null ? now : now.told(news.relayed() != null));
        }
        return new Step<>(new RelayState(carriers), news == null ? List.of() : List.of(news), Optional.empty());
    }

    @Override
    public Step<RelayState, RelayNews> onDeadline(RelayState state, Instant now) {
        return Step.quiet(state);
    }

    /** A stretch that two carriers have in common counts where one of them is licensed and the other one is not. */
    private static void share(Subject subject, Repeat repeat, long now, Map<String, HeardCarrier> carriers) {
        HeardCarrier later = Objects.requireNonNull(carriers.get(subject.place()));
        HeardCarrier earlier = carriers.get(repeat.other().place());
        if (earlier == null || later.licensed() == earlier.licensed()) {
            return;
        }
        if (earlier.licensed()) {
            carriers.put(subject.place(), later.sharing(earlier, repeat.from(), repeat.until(), repeat.lag(), now));
        } else {
            long lag = Math.round(repeat.lag());
            carriers.put(
                    repeat.other().place(),
                    earlier.sharing(later, repeat.from() - lag, repeat.until() - lag, -repeat.lag(), now));
        }
    }

    /** What is new of a carrier: that it is a relay, as long as it is heard, or that it no longer is. */
    private static @Nullable RelayNews news(
            HeardCarrier carrier, RepeatReport report, Map<String, HeardCarrier> carriers) {
        Optional<Agreement> relayed = carrier.relayed();
        if (relayed.isPresent() && report.heardSteps() > 0) {
            Agreement agreement = relayed.get();
            String station = Objects.requireNonNull(
                            carriers.get(agreement.other().place()))
                    .station();
            return station == null
                    ? null
                    : new RelayNews(
                            carrier.subject(),
                            report.time(),
                            PrintLine.time(agreement.until()),
                            new Relayed(
                                    station,
                                    PrintLine.seconds(agreement.lag()),
                                    PrintLine.seconds((double) agreement.steps()),
                                    agreement.share()));
        }
        return relayed.isEmpty() && carrier.told() ? new RelayNews(carrier.subject(), report.time(), null, null) : null;
    }
}
