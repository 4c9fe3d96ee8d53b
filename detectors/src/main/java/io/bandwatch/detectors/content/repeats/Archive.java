package io.bandwatch.detectors.content.repeats;

import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.SoundWord;
import io.bandwatch.detectors.content.clips.Clip;
import io.bandwatch.detectors.content.clips.KnownWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was heard of a programme, as one long clip that goes on: a word each {@link Clip#STRIDE} steps from the first on,
 * {@link SoundWord#QUIET} where there was none. Never changes; what is added makes another one that shares all but its end.
 *
 * @param first step of its first word, since 1970; a multiple of the stride
 * @param gone how many chunks are kept no more
 * @param chunks full ones of {@value #CHUNK} words, and behind them one that is not
 */
public record Archive(long first, int gone, List<long[]> chunks) implements KnownWords {
    private static final long serialVersionUID = 1L;

    static final Archive NOTHING = new Archive(0, 0, List.of());

    private static final int CHUNK = 3000;

    /** What is kept: two days of chunks of five minutes. */
    private static final int MOST_CHUNKS = 2 * 24 * 12;

    /** With the words behind those that it has. */
    Archive with(PrintLine air) {
        if (air.words().length == 0) {
            return this;
        }
        long begin = chunks.isEmpty() ? Math.floorDiv(air.from(), Clip.STRIDE) * Clip.STRIDE : first;
        List<long[]> all = new ArrayList<>(chunks);
        long[] last = all.isEmpty() ? new long[0] : all.remove(all.size() - 1);
        long[] room = Arrays.copyOf(last, CHUNK);
        int filled = last.length;
        long next = begin + Clip.STRIDE * ((long) (gone + all.size()) * CHUNK + filled);
        for (long step = next; step < air.until(); step += Clip.STRIDE) {
            if (filled == CHUNK) {
                all.add(room);
                room = new long[CHUNK];
                filled = 0;
            }
            room[filled++] = air.holds(step) ? air.anyAt(step) : SoundWord.QUIET;
        }
        all.add(Arrays.copyOf(room, filled));
        int more = Math.max(0, all.size() - MOST_CHUNKS);
        return new Archive(begin, gone + more, List.copyOf(all.subList(more, all.size())));
    }

    /** Step of the archive at a step since 1970. */
    double at(double step) {
        return step - first;
    }

    @Override
    public int start(int clip) {
        return 0;
    }

    @Override
    public int length(int clip) {
        int last = chunks.size() - 1;
        return chunks.isEmpty() ? 0 : (gone + last) * CHUNK + chunks.get(last).length;
    }

    @Override
    public long word(int position) {
        int chunk = position / CHUNK - gone;
        return chunk < 0 ? SoundWord.QUIET : chunks.get(chunk)[position % CHUNK];
    }
}
