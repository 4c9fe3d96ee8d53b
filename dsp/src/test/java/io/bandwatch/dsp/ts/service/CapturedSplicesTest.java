package io.bandwatch.dsp.ts.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.dsp.ts.TsCaptures;
import io.bandwatch.signal.ts.SpliceCommand;
import io.bandwatch.signal.ts.TsSplice;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Splice commands of real streams. */
class CapturedSplicesTest {
    private static final double TICKS_PER_S = 90_000.0;

    @Test
    void readsTheBreakThatTheOtherReaderFound() throws IOException {
        List<TsSplice> ours = Captures.read("scte35-80s-with-ad.ts").splices().stream()
                .filter(splice -> !splice.repeats())
                .toList();
        List<JsonNode> theirs = new ArrayList<>();
        try (Stream<String> lines = Files.lines(TsCaptures.file("reference/scte35-80s-with-ad.scte35.txt"))) {
            for (String line : lines.toList()) {
                JsonNode command = new ObjectMapper().readTree(line);
                if (command.has("spliceCommand")) {
                    theirs.add(command);
                }
            }
        }
        ours.forEach(splice -> System.out.println("ours: " + splice));
        theirs.forEach(splice -> System.out.println("theirs: " + splice));
        assertThat(ours).hasSameSizeAs(theirs).singleElement().satisfies(splice -> {
            JsonNode command = theirs.get(0).get("spliceCommand");
            assertThat(splice.pid()).isEqualTo(theirs.get(0).get("pid").intValue());
            assertThat(splice.command()).isEqualTo(SpliceCommand.SPLICE_INSERT);
            assertThat(splice.eventId()).isEqualTo(command.get("eventId").longValue());
            assertThat(splice.ptsTimeS() * TICKS_PER_S)
                    .isEqualTo(command.get("pts").doubleValue());
            assertThat(splice.durationS() * TICKS_PER_S)
                    .isEqualTo(command.get("duration").doubleValue());
            assertThat(splice.outOfNetwork())
                    .isEqualTo(command.get("outOfNetwork").booleanValue());
        });
    }

    @Test
    void readsSpliceInformationOfOtherSenders() throws IOException {
        assertThat(Captures.read("scte35-short.ts").splices())
                .as("out at 2.2 s, told twice, and back 1.1 s later")
                .extracting(TsSplice::eventId, TsSplice::outOfNetwork, TsSplice::ptsTimeS, TsSplice::repeats)
                .containsExactly(
                        tuple(100L, true, 200_000 / TICKS_PER_S, false),
                        tuple(100L, true, 200_000 / TICKS_PER_S, true),
                        tuple(100L, false, 300_000 / TICKS_PER_S, false));
        assertThat(Captures.read("hevc-scte35-multiprogram.ts").splices())
                .as("its PID is announced and silent")
                .isEmpty();
    }
}
