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
 * sorted arrays, one for each quarter of that time that is over; in the one under way, arrays of which each is at most half as long as the
 * one before it, which are merged where that no longer holds (a log-structured merge: P. O'Neil et al., Acta Informatica 33,
 * 1996). Nothing in it changes, so that it can be the state of a detector.
 */
public final class IndexShard implements Detector<IndexBatch, ShardState, IndexHits> {
    private static final long serialVersionUID = 1L;

    /** A programme's words less than this apart are one event, or the beat of a piece of music, steps: 15 seconds. */
    static final int LEAST_LAG = 750;

    /** Of a word that was heard oftener, the latest times are told. */
    private static final int MOST_HITS = 24;

    /** What is over is forgotten a period at a time; each is one more array in which every word is looked up. */
    private static final int PERIODS = 4;

    private final long periodSteps;

    /** @param kept for how long a word is kept at least; it is forgotten within a quarter of that more */
    public IndexShard(Duration kept) {
        this.periodSteps = kept.toNanos() / PrintLine.STEP_NS / PERIODS;
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

    private void look(ShardState state, IndexBatch batch, int asked, Found found) {
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
                long otherStep = segment.period() * periodSteps + segment.steps()[entry];
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
        // the period in which a batch was complete, since batches come in that order: by their words those across a
        // period's end would come in any
        long period = Math.floorDiv(PrintLine.step(batch.time()), periodSteps);
        int[] steps = new int[batch.steps().length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (int) (batch.steps()[i] - period * periodSteps);
        }
        List<IndexSegment> segments = new ArrayList<>(state.segments());
        segments.removeIf(segment -> segment.period() < period - PERIODS);
        segments.add(IndexSegment.of(period, programme, batch.words(), steps));
        merge(segments, period);
        return new ShardState(programmes, segments);
    }

    /** Of a period that is over one is left, and each of the one under way is twice as long as the one behind it. */
    private static void merge(List<IndexSegment> segments, long period) {
        for (int i = segments.size() - 1; i > 0; i--) {
            IndexSegment later = segments.get(i);
            IndexSegment earlier = segments.get(i - 1);
            boolean due = later.period() < period || earlier.size() < 2 * later.size();
            if (earlier.period() == later.period() && due) {
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
