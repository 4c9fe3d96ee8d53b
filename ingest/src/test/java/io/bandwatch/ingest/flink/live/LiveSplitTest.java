package io.bandwatch.ingest.flink.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.ingest.DecodingDepth;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.ServiceChoice;
import io.bandwatch.ingest.flink.enumerator.Undealt;
import io.bandwatch.ingest.flink.enumerator.UndealtSerializer;
import io.bandwatch.ingest.live.address.LiveFeedSpec;
import io.bandwatch.ingest.live.tuning.DirectSampling;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.HopPlan;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
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
    void keepsHowAReceiverIsSet() throws Exception {
        HopPlan plan = new HopPlan(List.of(88_050_000L, 90_050_000L), Duration.ofMillis(400), Duration.ofMillis(150));
        FrontEnd front = new FrontEnd(28.0, true, -3, DirectSampling.Q_INPUT, true, true);
        LiveSplit tuned = new LiveSplit(new LiveFeedSpec(
                "roof", "rtl_tcp://127.0.0.1:1234", new ReceiverSettings(SampleFormat.CU8, 2.4e6, plan, front, 75e-6)));
        LiveSplitSerializer serializer = new LiveSplitSerializer();

        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(tuned)))
                .isEqualTo(tuned);
    }

    @Test
    void keepsWhichServicesAreDecoded() throws Exception {
        LiveSplit decoding = new LiveSplit(
                split.spec().decoding(ServiceChoice.parse("101,0x66").withDepth(DecodingDepth.KEY_PICTURES)));
        LiveSplitSerializer serializer = new LiveSplitSerializer();

        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(decoding)))
                .isEqualTo(decoding);
    }

    /** A tuner of a release that decoded nothing live. */
    @Test
    void readsTheVersionBefore() throws Exception {
        byte[] written = new LiveSplitSerializer().serialize(split);
        // version 3 says behind it: not all, the depth WHOLE with its length, no numbers
        int behind = 1 + 2 + "WHOLE".length() + 4;

        assertThat(new LiveSplitSerializer().deserialize(2, Arrays.copyOf(written, written.length - behind)))
                .isEqualTo(split);
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
