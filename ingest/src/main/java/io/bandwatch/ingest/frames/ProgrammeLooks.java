package io.bandwatch.ingest.frames;

import io.bandwatch.ingest.MediaLayout;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingPosition;
import io.bandwatch.ingest.programme.Onlooker;
import io.bandwatch.ingest.programme.Prints;
import io.bandwatch.signal.av.AvFrame;
import java.io.IOException;
import java.util.function.Consumer;

/** Goes through pictures and sound of a recording once more, with somebody who looks on. */
public final class ProgrammeLooks {
    private ProgrammeLooks() {}

    /**
     * Decodes a media file, or a service of a transport stream, from beginning to end.
     *
     * @param recording of {@link RecordingKind#MEDIA}
     * @param onlooker told what comes, before the look that it is of
     * @param looks told the looks, which are those of the first time
     * @throws IOException if the file has gone or cannot be opened
     */
    public static void goThrough(Recording recording, Onlooker onlooker, Consumer<AvFrame> looks) throws IOException {
        MediaLayout layout = (MediaLayout) recording.layout();
        RecordingPosition start = RecordingPosition.startOf(recording);
        try (ProgrammeFrameReader reader = new ProgrammeFrameReader(recording, layout, start, onlooker, Prints.NONE)) {
            for (MeasuredFrame frame = reader.next(); frame != null; frame = reader.next()) {
                AvFrame look = frame.frame().av();
                if (look != null) {
                    looks.accept(look);
                }
            }
        }
    }
}
