package io.bandwatch.detectors.content.stations;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.ledger.LeaveNews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which station a carrier is, by the licences, when that changes: leave is given to a station, and to nobody else on its
 * frequency, here or somewhere else. A look or two without a station are none.
 */
public final class StationWatch implements Detector<ContentLook, HeardStation, LeaveNews> {
    private static final long serialVersionUID = 1L;

    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

    @Override
    public HeardStation initial() {
        return HeardStation.NOTHING;
    }

    @Override
    public Step<HeardStation, LeaveNews> onObservation(HeardStation state, ContentLook look) {
        String station = look.levels().length == 0 ? state.station() : look.station();
        if (look.subject().isService() || Objects.equals(station, state.station())) {
            return Step.quiet(new HeardStation(state.station(), null));
        }
        Instant since = state.unknownSince() == null ? look.time() : state.unknownSince();
        boolean sure = station != null || !look.time().isBefore(since.plus(UNKNOWN_FOR));
        return sure ? told(look, station) : Step.quiet(new HeardStation(state.station(), since));
    }

    private static Step<HeardStation, LeaveNews> told(ContentLook look, @Nullable String station) {
        return new Step<>(
                new HeardStation(station, null),
                List.of(LeaveNews.isStation(look.subject(), look.time(), station)),
                Optional.empty());
    }

    @Override
    public Step<HeardStation, LeaveNews> onDeadline(HeardStation state, Instant now) {
        return Step.quiet(state);
    }
}
