package io.bandwatch.ingest.flink.split;

import io.bandwatch.ingest.frames.MeasuredFrame;

/** A split under way. Belongs to the task thread; advanced only by what has been emitted. */
public final class RecordingSplitState {
    private RecordingSplit split;

    public RecordingSplitState(RecordingSplit split) {
        this.split = split;
    }

    /** Notes that the frame has been emitted. */
    public void advance(MeasuredFrame emitted) {
        split = new RecordingSplit(
                split.recording(), emitted.next(), emitted.frame().input());
    }

    /** What a checkpoint keeps. */
    public RecordingSplit toSplit() {
        return split;
    }
}
