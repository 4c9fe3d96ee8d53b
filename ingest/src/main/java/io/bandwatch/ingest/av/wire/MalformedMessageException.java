package io.bandwatch.ingest.av.wire;

import java.io.IOException;

/** The other side said what nobody may say: it is broken or of another version. */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedMessageException(String what) {
        super(what);
    }
}
