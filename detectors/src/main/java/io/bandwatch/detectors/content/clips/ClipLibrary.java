package io.bandwatch.detectors.content.clips;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Prints of all clips, one behind the other, and where each word of them is. Never changes. */
public final class ClipLibrary implements KnownWords, Serializable {
    private static final long serialVersionUID = 1L;

    /** Nothing is known. */
    public static final ClipLibrary NOTHING = of(List.of());

    private final String[] names;
    private final int[] starts;
    private final long[] words;
    private final WordIndex index;

    private ClipLibrary(String[] names, int[] starts, long[] words) {
        this.names = names;
        this.starts = starts;
        this.words = words;
        this.index = new WordIndex(words);
    }

    /** The library of these clips. */
    public static ClipLibrary of(List<Clip> clips) {
        int[] starts = new int[clips.size() + 1];
        for (int i = 0; i < clips.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], clips.get(i).words().length);
        }
        long[] words = new long[starts[clips.size()]];
        for (int i = 0; i < clips.size(); i++) {
            System.arraycopy(clips.get(i).words(), 0, words, starts[i], starts[i + 1] - starts[i]);
        }
        return new ClipLibrary(clips.stream().map(Clip::name).toArray(String[]::new), starts, words);
    }

    /** How many there are. */
    public int size() {
        return names.length;
    }

    /** The name of a clip. */
    public String name(int clip) {
        return names[clip];
    }

    /** What prints and index take up, bytes. */
    public long bytes() {
        return 8L * words.length + index.bytes();
    }

    /** A number that another library hardly has. */
    public int fingerprint() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(words);
    }

    WordIndex index() {
        return index;
    }

    /** The clip that a position is in. */
    int clipAt(int position) {
        int found = Arrays.binarySearch(starts, position);
        if (found < 0) {
            return -found - 2;
        }
        // clips without words begin where the next one does
        while (starts[found + 1] == position) {
            found++;
        }
        return found;
    }

    @Override
    public int start(int clip) {
        return starts[clip];
    }

    @Override
    public int length(int clip) {
        return starts[clip + 1] - starts[clip];
    }

    @Override
    public long word(int position) {
        return words[position];
    }
}
