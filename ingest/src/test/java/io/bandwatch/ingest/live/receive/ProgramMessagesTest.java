package io.bandwatch.ingest.live.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ProgramMessagesTest {
    @Test
    void ofALineWithoutAnEndItsBeginIsKept() throws Exception {
        String endless = "x".repeat(1_000_000);
        try (Reader reader = new StringReader("one\n" + endless + "\nthree\rfour")) {
            assertThat(ProgramMessages.line(reader)).isEqualTo("one");
            assertThat(ProgramMessages.line(reader)).isEqualTo("x".repeat(ProgramMessages.LONGEST));
            assertThat(ProgramMessages.line(reader)).isEqualTo("three");
            assertThat(ProgramMessages.line(reader)).isEqualTo("four");
            assertThat(ProgramMessages.line(reader)).isNull();
        }
    }
}
