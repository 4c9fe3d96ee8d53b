package io.bandwatch.ingest;

/**
 * Pictures and sound, coded one way or another.
 *
 * @param programme program_number of the service in a transport stream; 0 for a media file, all of which is one
 * @param depth how much of it is decoded; of a file always all
 */
public record MediaLayout(int programme, DecodingDepth depth) implements RecordingLayout {
    /** Number by which records name what is no service of a transport stream. */
    private static final int WHOLE_FILE = 1;

    /** Number of the service in records. */
    public int serviceId() {
        return programme == 0 ? WHOLE_FILE : programme;
    }
}
