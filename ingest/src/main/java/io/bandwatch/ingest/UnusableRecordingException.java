package io.bandwatch.ingest;

/** A recording that cannot be used. The message is one line: which file, what is wrong, what to do. */
public final class UnusableRecordingException extends Exception {
    private final String kind;

    /**
     * @param kind the kind of defect in one short word, such as {@code no-rate}; counted in the summary
     * @param path the recording as the caller named it
     * @param defect what is wrong and what to do, one line
     */
    public UnusableRecordingException(String kind, String path, String defect) {
        super(path + ": " + defect);
        this.kind = kind;
    }

    /** The kind of defect in one short word, such as {@code missing-file} or {@code contradictory-rate}. */
    public String kind() {
        return kind;
    }
}
