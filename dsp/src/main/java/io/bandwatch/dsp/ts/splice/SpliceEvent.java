package io.bandwatch.dsp.ts.splice;

import io.bandwatch.signal.ts.SpliceCommand;

/**
 * What a command asks for, in its own units; times below 0 are not given.
 *
 * @param command what
 * @param id splice_event_id or segmentation_event_id; below 0 without one
 * @param cancelled it is called off
 * @param outOfNetwork the network is left
 * @param immediate at once
 * @param segmentationType segmentation_type_id; below 0 without one
 * @param ptsTicks when, 90 kHz, pts_adjustment not added yet
 * @param durationTicks how long, 90 kHz
 */
record SpliceEvent(
        SpliceCommand command,
        long id,
        boolean cancelled,
        boolean outOfNetwork,
        boolean immediate,
        int segmentationType,
        long ptsTicks,
        long durationTicks) {

    static SpliceEvent plain(SpliceCommand command) {
        return new SpliceEvent(command, -1, false, false, false, -1, -1, -1);
    }

    static SpliceEvent cancelled(SpliceCommand command, long id) {
        return new SpliceEvent(command, id, true, false, false, -1, -1, -1);
    }

    /** The same with its time moved as an inserter on the way asks for (9.6: the sum wraps at 33 bits). */
    SpliceEvent adjusted(long adjustmentTicks) {
        long moved = ptsTicks < 0 ? ptsTicks : ptsTicks + adjustmentTicks & 0x1_FFFF_FFFFL;
        return new SpliceEvent(command, id, cancelled, outOfNetwork, immediate, segmentationType, moved, durationTicks);
    }
}
