package io.bandwatch.alerts.push.plan;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.push.Places;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;

/** Which incidents explain others: one opening of propagation or one lost feed, not eighty carriers. */
final class Cover {
    private Cover() {}

    static boolean isCover(Incident incident) {
        return incident.kind() == IncidentKind.PROPAGATION_EVENT || incident.kind() == IncidentKind.FEED_LOST;
    }

    /**
     * Whether {@code cover} explains the other one: a lost feed whatever else is wrong with it, an opening of propagation
     * whatever is wrong with carriers at the same site. What is critical is always told.
     */
    static boolean explains(Incident cover, Incident other, Places places) {
        if (isCover(other) || other.severity() == Severity.CRITICAL) {
            return false;
        }
        String feed = cover.subject().feed();
        String otherFeed = other.subject().feed();
        if (cover.kind() == IncidentKind.FEED_LOST) {
            return feed.equals(otherFeed);
        }
        return other.subject().channelHz() != 0
                && places.of(feed).site().equals(places.of(otherFeed).site());
    }
}
