package io.bandwatch.ingest.inspect.facts;

/** Why a recording cannot be used; caught where its path is known. */
public final class Defect extends Exception {
    private static final long serialVersionUID = 1L;

    private final String kind;

    /**
     * @param kind the kind of defect in one short word
     * @param text what is wrong and what to do, one line
     */
    public Defect(String kind, String text) {
        super(text);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
