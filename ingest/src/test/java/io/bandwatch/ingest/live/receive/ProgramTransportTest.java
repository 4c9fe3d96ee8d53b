package io.bandwatch.ingest.live.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.ingest.live.ring.BlockRing;
import io.bandwatch.ingest.live.ring.BlockWriter;
import io.bandwatch.ingest.live.ring.TransportCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTransportTest {
    private static final long SILENT_MS = 1000;

    private final TransportCounts counts = new TransportCounts();
    private final BlockWriter writer = new BlockWriter(new BlockRing(4), counts, false);

    private String receive(String script) throws Exception {
        ProgramTransport.Call call =
                new ProgramTransport.Call("roof", "exec:it", List.of("/bin/sh", "-c", script), () -> "", SILENT_MS);
        return new ProgramTransport(call, counts, writer).receive(() -> false);
    }

    @Test
    void endsAProgramThatHangs() throws Exception {
        String marker = "27182.81";
        assertThat(receive("echo something; sleep " + marker)).contains("wrote nothing for 1000 ms and was ended");
        assertThat(ProcessHandle.current().descendants().filter(each -> String.join(
                                " ", each.info().arguments().orElse(new String[0]))
                        .contains(marker)))
                .as("nor is anything left of what it started")
                .isEmpty();
    }

    @Test
    void endsOneThatNeverSaysAnything() throws Exception {
        assertThat(receive("exec sleep 27182.82")).contains("wrote nothing for 1000 ms");
    }

    @Test
    void leavesOneThatWritesNowAndThen() throws Exception {
        assertThat(receive("for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.25; done"))
                .contains("ended with exit code 0");
    }
}
