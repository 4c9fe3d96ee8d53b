package io.bandwatch.deploy.doctor;

/**
 * One line about one thing Bandwatch needs or can use.
 *
 * @param subject what was looked for
 * @param state what was found
 * @param detail path, version or amount when there; what does not work when missing
 * @param remedy the command or step that mends it; empty when nothing is to be done
 */
public record Diagnosis(String subject, State state, String detail, String remedy) {
    /** How the thing stands. */
    public enum State {
        /** There and usable. */
        OK("ok"),
        /** Absent, and commands need it. */
        MISSING("missing"),
        /** Absent; only what the detail names does without. */
        MISSING_OPTIONAL("missing (optional)"),
        /** There, and yet somebody should look at it. */
        WARNING("warning");

        private final String label;

        State(String label) {
            this.label = label;
        }
    }

    static Diagnosis ok(String subject, String detail) {
        return new Diagnosis(subject, State.OK, detail, "");
    }

    static Diagnosis missing(String subject, String detail, String remedy) {
        return new Diagnosis(subject, State.MISSING, detail, remedy);
    }

    static Diagnosis missingOptional(String subject, String detail, String remedy) {
        return new Diagnosis(subject, State.MISSING_OPTIONAL, detail, remedy);
    }

    static Diagnosis warning(String subject, String detail, String remedy) {
        return new Diagnosis(subject, State.WARNING, detail, remedy);
    }

    /** Whether commands cannot run before this is mended. */
    public boolean blocks() {
        return state == State.MISSING;
    }

    /** The line a person reads. */
    public String asLine() {
        String line = "%-20s %-18s %s".formatted(subject, state.label, detail);
        return remedy.isEmpty() ? line : line + "; mend: " + remedy;
    }
}
