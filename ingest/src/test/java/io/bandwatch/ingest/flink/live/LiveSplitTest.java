package io.bandwatch.ingest.flink.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.ingest.flink.enumerator.Undealt;
import io.bandwatch.ingest.flink.enumerator.UndealtSerializer;
import io.bandwatch.ingest.live.LiveFeedSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveSplitTest {
    private final LiveSplit split = new LiveSplit(new LiveFeedSpec("head-end", "udp://239.1.1.1:5000?interface=lo"));

    @Test
    void comesBackFromACheckpointAsItWas() throws Exception {
        UndealtSerializer<LiveSplit> serializer = new UndealtSerializer<>(new LiveSplitSerializer());
        Undealt<LiveSplit> state = new Undealt<>(List.of(split));

        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(state)))
                .isEqualTo(state);
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() throws Exception {
        byte[] written = new LiveSplitSerializer().serialize(split);

        assertThatThrownBy(() -> new LiveSplitSerializer().deserialize(99, written))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
    }

    @Test
    void refusesAFeedWithoutAName() {
        assertThatThrownBy(() -> new LiveFeedSpec(" ", "udp://127.0.0.1:5000"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
