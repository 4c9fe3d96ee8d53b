package io.bandwatch.deploy.replay;

/** How the result is told. */
public enum ResultFormat {
    /** One JSON object a line, for programs. */
    JSONL,
    /** Aligned text, for a terminal. */
    TABLE,
    /** One self-contained page with pictures. */
    HTML
}
