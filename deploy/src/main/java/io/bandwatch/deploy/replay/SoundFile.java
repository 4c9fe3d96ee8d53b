package io.bandwatch.deploy.replay;

import io.bandwatch.ingest.FeedSpec;
import io.bandwatch.ingest.Recording;
import io.bandwatch.ingest.RecordingKind;
import io.bandwatch.ingest.RecordingOptions;
import io.bandwatch.ingest.UnusableRecordingException;
import io.bandwatch.ingest.inspect.RecordingInspector;
import org.jspecify.annotations.Nullable;

/** A file of which the sound is meant, whatever a file of its kind usually is to this program. */
final class SoundFile {
    private SoundFile() {}

    /**
     * A transport stream is known by its content; anything else is a media file.
     *
     * @throws UnusableRecordingException if it is neither
     */
    static Recording inspected(FeedSpec spec) throws UnusableRecordingException {
        try {
            Recording found = inspector(null).inspect(spec);
            return found.kind() == RecordingKind.TS ? found : media(spec);
        } catch (UnusableRecordingException noneOfTheOthers) {
            return media(spec);
        }
    }

    private static Recording media(FeedSpec spec) throws UnusableRecordingException {
        return inspector(RecordingKind.MEDIA).inspect(spec);
    }

    private static RecordingInspector inspector(@Nullable RecordingKind kind) {
        return new RecordingInspector(new RecordingOptions(null, null, null, null, kind, null));
    }
}
