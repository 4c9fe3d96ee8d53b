package io.bandwatch.detectors.content.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.detectors.Subject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowedTest {
    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    private static final Subject ONE = Subject.service("air", 1);
    private static final Subject OTHER = Subject.service("air", 2);

    @Test
    void whoSendsCuesWithoutEndFillsNoMemoryAndTakesNothingFromOthers() {
        Allowed allowed = Allowed.NOTHING.with(cue(OTHER, 0), START);
        for (int i = 0; i < 20_000; i++) {
            allowed = allowed.with(cue(ONE, i), START);
        }

        assertThat(allowed.insertions()).hasSizeLessThan(100).contains(cue(OTHER, 0), cue(ONE, 19_999));
    }

    private static AuthorisedInsertion cue(Subject subject, int event) {
        String id = Integer.toString(event);
        return new AuthorisedInsertion(id, subject, InsertionKind.SPLICE, START, START, null, id, null, false);
    }
}
