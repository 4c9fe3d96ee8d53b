package io.bandwatch.detectors.receiver;

import io.bandwatch.detectors.condition.ConditionRun;

/**
 * What is remembered of a live receiver.
 *
 * @param usual carriers that it hears as a rule
 * @param dropped samples dropped up to the last look
 * @param received samples that had come by then
 * @param lost whether it brings nothing
 * @param fault whether what it brings cannot be trusted
 */
public record ReceiverWatchState(
        UsualCarriers usual, long dropped, long received, ConditionRun lost, ConditionRun fault) {
    /** Never heard of. */
    public static final ReceiverWatchState NOTHING =
            new ReceiverWatchState(UsualCarriers.NONE, 0, 0, ConditionRun.NOTHING, ConditionRun.NOTHING);

    ReceiverWatchState with(ConditionRun newLost, ConditionRun newFault) {
        return new ReceiverWatchState(usual, dropped, received, newLost, newFault);
    }
}
