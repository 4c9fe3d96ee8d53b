package io.bandwatch.detectors.content.index;

import io.bandwatch.detectors.Detector;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.LeastSureBits;
import io.bandwatch.detectors.content.LookSteps;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.SoundWord;
import io.bandwatch.signal.AudioMeasurement;
import io.bandwatch.signal.FrameKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a programme into words for the index, five seconds at a time: one each {@value #STRIDE} steps is to be kept, and each
 * is asked for, as it is and as it would be if its least sure bits had turned over. Words of which few bits are sure, as in
 * steady tones, are neither: they would come again as others.
 */
public final class WordCutter implements Detector<ContentLook, CutterState, IndexCut> {
    private static final long serialVersionUID = 1L;

    /** Steps from cut to cut: five seconds. */
    static final int CUT = 250;

    /** Steps from one word that is kept to the next: a tenth of a second. */
    public static final int STRIDE = 5;

    /** Bits of a word that may have turned over: eight words are asked for. */
    private static final int FLIPPED = 3;

    /** So many bits of a word must be sure. */
    private static final int LEAST_SURE = 16;

    /** Multiplier of a multiplicative hash: 2 to the 64th by the golden ratio (D. E. Knuth, TAOCP 3, 6.4). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int BANDS = AudioMeasurement.PRINT_BANDS;

    /** Levels that the first word of a cut needs before it. */
    private static final int KEPT = 2 * SoundWord.REACH - 1;

    private final int shards;

    /** @param shards into how many the index is cut */
    public WordCutter(int shards) {
        this.shards = shards;
    }

    @Override
    public CutterState initial() {
        return CutterState.NOTHING;
    }

    @Override
    public Step<CutterState, IndexCut> onObservation(CutterState state, ContentLook look) {
        List<IndexCut> cuts = new ArrayList<>();
        LookSteps heard = state.levels().length > 0 ? LookSteps.behind(state.until(), look) : LookSteps.of(look);
        CutterState before = state;
        if (before.fresh() > 0 && !heard.follows()) {
            cuts.add(cut(look.subject(), before, PrintLine.time(before.until()), false));
            before = rest(before);
        }
        CutterState next = joined(before, look, heard);
        boolean ended = look.kind() == FrameKind.ENDED;
        long began = heard.follows() ? state.until() : PrintLine.step(look.time());
        boolean due = Math.floorDiv(next.until(), CUT) > Math.floorDiv(began, CUT);
        if (due || ended) {
            Instant time = next.fresh() > 0 ? PrintLine.time(next.until()) : look.end();
            cuts.add(cut(look.subject(), next, time, ended));
            next = rest(next);
        }
        return new Step<>(next, cuts, Optional.empty());
    }

    @Override
    public Step<CutterState, IndexCut> onDeadline(CutterState state, Instant now) {
        return Step.quiet(state);
    }

    private static CutterState joined(CutterState state, ContentLook look, LookSteps heard) {
        byte[] before = heard.follows() ? state.levels() : new byte[0];
        byte[] all = Arrays.copyOf(before, before.length + heard.levels().length);
        System.arraycopy(heard.levels(), 0, all, before.length, heard.levels().length);
        Instant from = state.from() == null ? look.time() : state.from();
        String station = heard.count() > 0 ? look.station() : state.station();
        return new CutterState(from, all, heard.until(), state.fresh() + heard.count(), station);
    }

    private static CutterState rest(CutterState state) {
        int from = Math.max(0, state.levels().length - KEPT * BANDS);
        byte[] last = Arrays.copyOfRange(state.levels(), from, state.levels().length);
        return new CutterState(null, last, state.until(), 0, state.station());
    }

    private IndexCut cut(Subject subject, CutterState state, Instant time, boolean ended) {
        byte[] levels = state.levels();
        int steps = levels.length / BANDS;
        BatchWriter[] writers = new BatchWriter[shards];
        for (int i = 0; i < shards; i++) {
            writers[i] = new BatchWriter();
        }
        for (int step = SoundWord.REACH; step + SoundWord.REACH <= steps; step++) {
            if (!SoundWord.isSilent(levels, step)) {
                put(SoundWord.differences(levels, step), state.until() - steps + step, writers);
            }
        }
        List<IndexBatch> batches = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            if (!writers[i].isEmpty()) {
                batches.add(writers[i].batch(i, subject, time));
            }
        }
        Instant from = state.from() == null ? time : state.from();
        byte[] fresh = Arrays.copyOfRange(levels, levels.length - state.fresh() * BANDS, levels.length);
        return new IndexCut(subject, state.station(), from, time, fresh, ended, batches.toArray(IndexBatch[]::new));
    }

    private void put(int[] differences, long step, BatchWriter[] writers) {
        long whole = SoundWord.word(differences);
        if (SoundWord.sure(whole) < LEAST_SURE) {
            return;
        }
        int word = (int) whole;
        if (step % STRIDE == 0) {
            writers[shard(word)].keep(word, step);
        }
        int[] least = LeastSureBits.of(differences, FLIPPED);
        for (int flips = 0; flips < 1 << FLIPPED; flips++) {
            // in the order of a Gray code, in which each differs in one bit from the one before
            if (flips > 0) {
                word ^= 1 << least[Integer.numberOfTrailingZeros(flips)];
            }
            writers[shard(word)].ask(word, step);
        }
    }

    private int shard(int word) {
        long hash = (word * GOLDEN) >>> Integer.SIZE;
        return (int) ((hash * shards) >>> Integer.SIZE);
    }
}
