package io.bandwatch.detectors.content.relays;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.evidence.Evidence;
import io.bandwatch.detectors.evidence.Relayed;
import io.bandwatch.detectors.watch.AttestedLook;
import io.bandwatch.signal.RfObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the evidence on a carrier that it relays a licensed one, from when that is known on. As with everything else that is
 * known of it, a carrier that went and came again has to be known anew.
 */
public final class RelayWatch implements Detector<RelayLook, RelayWatchState, AttestedLook> {
    private static final long serialVersionUID = 1L;

    private final long restartNs;

    /** @param restart absence after which a carrier on the same frequency counts as come on again */
    public RelayWatch(Duration restart) {
        this.restartNs = restart.toNanos();
    }

    @Override
    public RelayWatchState initial() {
        return RelayWatchState.NOTHING;
    }

    @Override
    public Step<RelayWatchState, AttestedLook> onObservation(RelayWatchState state, RelayLook observed) {
        RelayNews news = observed.news();
        if (news != null) {
            Instant cameOn = state.cameOn();
            return Step.quiet(state.knowing(cameOn != null && news.isOf(cameOn) ? news.relayed() : null));
        }
        AttestedLook attested = observed.look();
        if (attested == null) {
            return Step.quiet(state);
        }
        RelayWatchState next = after(state, attested.look());
        return new Step<>(next, List.of(with(attested, next.relayed())), Optional.empty());
    }

    @Override
    public Step<RelayWatchState, AttestedLook> onDeadline(RelayWatchState state, Instant now) {
        return Step.quiet(state);
    }

    private RelayWatchState after(RelayWatchState state, RfObservation look) {
        if (look.onAir()) {
            return new RelayWatchState(state.cameOn() == null ? look.time() : state.cameOn(), 0, state.relayed());
        }
        long offNs = state.offNs() + look.durationNs();
        return offNs >= restartNs
                ? RelayWatchState.NOTHING
                : new RelayWatchState(state.cameOn(), offNs, state.relayed());
    }

    private static AttestedLook with(AttestedLook attested, @Nullable Relayed relayed) {
        Evidence evidence = attested.evidence();
        return relayed == null || evidence.explained() || !attested.look().onAir()
                ? attested
                : new AttestedLook(attested.look(), evidence.relaying(relayed), attested.opening());
    }
}
