package io.bandwatch.detectors.content.index;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.PrintLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One shard of the index: looks up what a batch asks for, then keeps the batch's own words, for a limited time. Its memory is
 * sorted arrays, one for each hour that is over; in the hour under way, arrays of which each is at most half as long as the
 * one before it, which are merged where that no longer holds (a log-structured merge: P. O'Neil et al., Acta Informatica 33,
 * 1996). Nothing in it changes, so that it can be the state of a detector.
 */
public final class IndexShard implements Detector<IndexBatch, ShardState, IndexHits> {
    private static final long serialVersionUID = 1L;

    /** A programme's words less than this apart are one event, or the beat of a piece of music, steps: 15 seconds. */
    static final int LEAST_LAG = 750;

    /** Of a word that was heard oftener, the latest times are told. */
    private static final int MOST_HITS = 24;

    private static final long HOUR_STEPS = Duration.ofHours(1).toNanos() / PrintLine.STEP_NS;

    private final long keptHours;

    /** @param kept for how long a word is kept at least; whole hours */
    public IndexShard(Duration kept) {
        this.keptHours = kept.toHours();
    }

    @Override
    public ShardState initial() {
        return ShardState.EMPTY;
    }

    @Override
    public Step<ShardState, IndexHits> onObservation(ShardState state, IndexBatch batch) {
        Found found = new Found();
        for (int i = 0; i < batch.asked().length; i++) {
            look(state, batch, i, found);
        }
        List<IndexHits> hits = found.count == 0 ? List.of() : List.of(found.hits(batch));
        return new Step<>(kept(state, batch), hits, Optional.empty());
    }

    @Override
    public Step<ShardState, IndexHits> onDeadline(ShardState state, Instant now) {
        return Step.quiet(state);
    }

    private static void look(ShardState state, IndexBatch batch, int asked, Found found) {
        int word = batch.asked()[asked];
        long step = batch.askedSteps()[asked];
        int before = found.count;
        for (int s = state.segments().size() - 1; s >= 0; s--) {
            IndexSegment segment = state.segments().get(s);
            int first = segment.first(word);
            int last = first;
            while (last < segment.size() && segment.words()[last] == word) {
                last++;
            }
            for (int entry = last - 1; entry >= first; entry--) {
                if (found.count - before == MOST_HITS) {
                    return;
                }
                Subject other = state.programmes()[segment.programmes()[entry]];
                long otherStep = segment.hour() * HOUR_STEPS + segment.steps()[entry];
                if (step - otherStep >= LEAST_LAG || !other.equals(batch.subject())) {
                    found.add(step, other, otherStep);
                }
            }
        }
    }

    private ShardState kept(ShardState state, IndexBatch batch) {
        if (batch.words().length == 0) {
            return state;
        }
        Subject[] programmes = state.programmes();
        int programme = Arrays.asList(programmes).indexOf(batch.subject());
        if (programme < 0) {
            programme = programmes.length;
            programmes = Arrays.copyOf(programmes, programme + 1);
            programmes[programme] = batch.subject();
        }
        // the hour in which a batch was complete, since batches come in that order: by their words those across an
        // hour's end would come in any
        long hour = Math.floorDiv(PrintLine.step(batch.time()), HOUR_STEPS);
        int[] steps = new int[batch.steps().length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (int) (batch.steps()[i] - hour * HOUR_STEPS);
        }
        List<IndexSegment> segments = new ArrayList<>(state.segments());
        segments.removeIf(segment -> segment.hour() < hour - keptHours);
        segments.add(IndexSegment.of(hour, programme, batch.words(), steps));
        merge(segments, hour);
        return new ShardState(programmes, segments);
    }

    /** Of an hour that is over one is left, and each of the one under way is twice as long as the one behind it. */
    private static void merge(List<IndexSegment> segments, long hour) {
        for (int i = segments.size() - 1; i > 0; i--) {
            IndexSegment later = segments.get(i);
            IndexSegment earlier = segments.get(i - 1);
            boolean due = later.hour() < hour || earlier.size() < 2 * later.size();
            if (earlier.hour() == later.hour() && due) {
                segments.set(i - 1, earlier.merged(later));
                segments.remove(i);
            }
        }
    }

    /** Collects what was found. */
    private static final class Found {
        private static final int FEW = 16;

        private long[] steps = new long[FEW];
        private Subject[] others = new Subject[FEW];
        private long[] otherSteps = new long[FEW];
        private int count;

        void add(long step, Subject other, long otherStep) {
            if (count == steps.length) {
                steps = Arrays.copyOf(steps, 2 * count);
                others = Arrays.copyOf(others, 2 * count);
                otherSteps = Arrays.copyOf(otherSteps, 2 * count);
            }
            steps[count] = step;
            others[count] = other;
            otherSteps[count++] = otherStep;
        }

        IndexHits hits(IndexBatch batch) {
            return new IndexHits(
                    batch.subject(),
                    batch.time(),
                    Arrays.copyOf(steps, count),
                    Arrays.copyOf(others, count),
                    Arrays.copyOf(otherSteps, count));
        }
    }
}
