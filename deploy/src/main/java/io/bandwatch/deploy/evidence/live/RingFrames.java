package io.bandwatch.deploy.evidence.live;

import io.bandwatch.dsp.band.BandSettings;
import io.bandwatch.ingest.live.preroll.KeptLook;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;

/**
 * Goes through looks of a ring where they lie. One that is overwritten meanwhile is left out.
 *
 * @param looks of one source and one frequency, oldest first; at least one
 * @param settings of that frequency
 */
record RingFrames(List<KeptLook> looks, BandSettings settings) implements Frames {
    @Override
    public void goThrough(Taker taker) throws IOException {
        LookFrames frames = new LookFrames(looks.get(0).head().source().format(), settings);
        boolean goesOn = false;
        for (KeptLook look : looks) {
            KeptLook.Head head = look.head();
            try {
                frames.take(
                        look.bytes(),
                        goesOn && head.continues(),
                        (re, im, lead, count) -> taker.take(head.from(), head.to(), re, im, lead, count));
                goesOn = true;
            } catch (NoSuchFileException overwritten) {
                goesOn = false;
            }
        }
    }

    @Override
    public Instant end() {
        return looks.get(looks.size() - 1).head().to();
    }
}
