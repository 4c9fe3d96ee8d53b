package io.bandwatch.detectors.ts.services;

import io.bandwatch.detectors.condition.ConditionRun;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one service.
 *
 * @param serviceId its number
 * @param present whether it was there in the last look
 * @param latest what it was like when it was last there, null before
 * @param usual what it is like, null before it is known
 * @param steadyNs observed time for which nothing of the above has changed, ns
 * @param unlicensed where its being there without permission stands
 * @param missing where its absence stands
 * @param changed where its change stands
 */
public record ServiceWatch(
        int serviceId,
        boolean present,
        @Nullable ServicePicture latest,
        @Nullable ServicePicture usual,
        long steadyNs,
        ConditionRun unlicensed,
        ConditionRun missing,
        ConditionRun changed) {

    static ServiceWatch of(int serviceId) {
        return new ServiceWatch(
                serviceId, false, null, null, 0, ConditionRun.NOTHING, ConditionRun.NOTHING, ConditionRun.NOTHING);
    }

    /** It is there, and like this. */
    ServiceWatch seen(ServicePicture picture, long lookNs, ServiceSettings settings) {
        ServicePicture whole = picture.completedBy(latest);
        long steady = present && whole.isLike(latest) ? steadyNs + lookNs : 0;
        long known = (usual == null ? settings.settle() : settings.adopt()).toNanos();
        ServicePicture next = usual == null ? null : usual.completedBy(whole);
        return new ServiceWatch(
                serviceId, true, whole, steady >= known ? whole : next, steady, unlicensed, missing, changed);
    }

    /** It is not there. */
    ServiceWatch unseen(long lookNs, ServiceSettings settings) {
        long steady = present ? 0 : steadyNs + lookNs;
        ServicePicture kept = steady >= settings.adopt().toNanos() ? null : usual;
        return new ServiceWatch(serviceId, false, latest, kept, steady, unlicensed, missing, changed);
    }

    ServiceWatch with(ConditionRun nextUnlicensed, ConditionRun nextMissing, ConditionRun nextChanged) {
        return new ServiceWatch(serviceId, present, latest, usual, steadyNs, nextUnlicensed, nextMissing, nextChanged);
    }

    /** Whether nothing is lost with it. */
    boolean isForgotten() {
        return !present && usual == null && isOver(unlicensed) && isOver(missing) && isOver(changed);
    }

    private static boolean isOver(ConditionRun run) {
        return run.since() == null && run.incident() == null;
    }
}
