package io.bandwatch.detectors.content.clips;

import io.bandwatch.detectors.content.LeastSureBits;
import io.bandwatch.detectors.content.PrintLine;
import io.bandwatch.detectors.content.SoundWord;
import io.bandwatch.signal.AudioMeasurement;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what of a library is heard. Of each word on air, those are looked up that it may have been before its least sure bits
 * were turned over; where one is found in a clip, the clip is laid there, and the words of the last seconds are compared with
 * it, at several speeds.
 */
final class ClipSearch implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bits of a word that may have been turned over: 32 words are looked up. */
    private static final int FLIPPED = 5;

    /** Of a word of which more bits are less sure than this, too little is known to look it up: 0.5 dB. */
    private static final int LEAST_DIFFERENCE = (int) Math.round(0.5 / AudioMeasurement.LEVEL_UNIT_DB * 16 * 8);

    /** A tenth of a second: other words in the same clip that lie so near say the same. */
    private static final double NEAR = 10;

    private final ClipLibrary library;
    private final ClipComparison comparison;

    ClipSearch(ClipLibrary library) {
        this.library = library;
        this.comparison = new ClipComparison(library);
    }

    /**
     * What may be heard, judged by the words that led to it and those before.
     *
     * @param levels of which the last words were made, all of them
     * @param air the last words
     * @param known lines that need not be found again
     */
    List<ClipMatch> matches(byte[] levels, PrintLine air, List<ClipLine> known) {
        List<ClipMatch> found = new ArrayList<>();
        List<ClipLine> seen = new ArrayList<>(known);
        int words = levels.length / AudioMeasurement.PRINT_BANDS - 2 * SoundWord.REACH + 1;
        for (int i = 0; i < words; i++) {
            long step = air.until() - words + i;
            if (SoundWord.sure(air.anyAt(step)) > 0) {
                look(SoundWord.differences(levels, SoundWord.REACH + i), step, air, seen, found);
            }
        }
        return found;
    }

    private void look(int[] differences, long step, PrintLine air, List<ClipLine> seen, List<ClipMatch> found) {
        int[] least = LeastSureBits.of(differences, FLIPPED + 1);
        if (Math.abs(differences[least[FLIPPED]]) < LEAST_DIFFERENCE) {
            return;
        }
        WordIndex index = library.index();
        int word = (int) SoundWord.word(differences);
        for (int flips = 0; flips < 1 << FLIPPED; flips++) {
            // in the order of a Gray code, in which each differs in one bit from the one before
            if (flips > 0) {
                word ^= 1 << least[Integer.numberOfTrailingZeros(flips)];
            }
            if (index.mayHold(word)) {
                for (int at = index.first(word); at < index.behind(word); at++) {
                    int position = index.position(at);
                    if ((int) library.word(position) == word) {
                        compare(position, step, air, seen, found);
                    }
                }
            }
        }
    }

    private void compare(int position, long step, PrintLine air, List<ClipLine> seen, List<ClipMatch> found) {
        int clip = library.clipAt(position);
        ClipLine line = new ClipLine(clip, step, (position - library.start(clip)) * (double) Clip.STRIDE, 0);
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).isLike(line, step, NEAR)) {
                return;
            }
        }
        if (comparison.isLikely(line, air)) {
            ClipMatch match = comparison.best(line, air);
            seen.add(match.line());
            found.add(match);
        }
    }
}
