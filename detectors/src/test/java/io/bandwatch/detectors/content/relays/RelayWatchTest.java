package io.bandwatch.detectors.content.relays;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Detector.Step;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.evidence.Relayed;
import io.bandwatch.detectors.rf.Looks;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.detectors.watch.Plain;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelayWatchTest {
    private static final Subject PIRATE = Subject.carrier("roof", 98_400_000, 0);
    private static final Relayed RELAYED = new Relayed("A", 40, 120, 1);

    private final RelayWatch watch = new RelayWatch(Duration.ofSeconds(3));

    @Test
    void aCarrierIsARelayFromWhenThatIsKnown() {
        List<AttestedLook> looks = show(Looks.at(98.4e6).on(20, 25).list(), known(10));

        assertThat(looks).hasSize(100);
        assertThat(looks.stream().filter(look -> look.evidence().relayed() != null))
                .hasSize(50)
                .noneMatch(look -> look.time().isBefore(second(10)));
    }

    @Test
    void untilItIsNoneAnyMore() {
        List<AttestedLook> looks =
                show(Looks.at(98.4e6).on(20, 25).list(), known(10), new RelayNews(PIRATE, second(15), null, null));

        assertThat(looks.stream().filter(look -> look.evidence().relayed() != null))
                .hasSize(25);
    }

    @Test
    void aFadeDoesNotMatterButWhoCameAgainHasToBeKnownAnew() {
        List<RfObservation> faded = Looks.at(98.4e6).on(15, 25).off(2).on(3, 25).list();
        assertThat(last(show(faded, known(10)))).isEqualTo(RELAYED);

        List<RfObservation> again = Looks.at(98.4e6).on(15, 25).off(4).on(9, 25).list();
        assertThat(last(show(again, known(10)))).isNull();
        // what was the same before it went says nothing of it
        assertThat(last(show(again, known(10), new RelayNews(PIRATE, second(20), second(15), RELAYED))))
                .isNull();
        assertThat(last(show(again, known(10), new RelayNews(PIRATE, second(25), second(25), RELAYED))))
                .isEqualTo(RELAYED);
    }

    private static @Nullable Relayed last(List<AttestedLook> looks) {
        return looks.get(looks.size() - 1).evidence().relayed();
    }

    private static RelayNews known(double atS) {
        return new RelayNews(PIRATE, second(atS), second(atS), RELAYED);
    }

    private static Instant second(double second) {
        return Looks.START.plusMillis(Math.round(second * 1000));
    }

    private List<AttestedLook> show(List<RfObservation> looks, RelayNews... news) {
        List<RelayLook> all = Stream.concat(
                        looks.stream().map(Plain::attested).map(RelayLook::of),
                        Stream.of(news).map(RelayLook::of))
                .sorted(Comparator.comparing(RelayLook::time).thenComparing(RelayLook::order))
                .toList();
        List<AttestedLook> shown = new ArrayList<>();
        RelayWatchState state = watch.initial();
        for (RelayLook look : all) {
            Step<RelayWatchState, AttestedLook> step = watch.onObservation(state, look);
            state = step.next();
            shown.addAll(step.findings());
        }
        return shown;
    }
}
