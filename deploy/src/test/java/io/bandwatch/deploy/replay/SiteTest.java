package io.bandwatch.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.detectors.ts.services.SiteProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatASiteSaysAndLeavesTheRestAsItIsInChina() throws IOException {
        assertThat(Site.read(file("name: Seoul\ntimezone: Asia/Seoul\nde-emphasis: 75 us\n")))
                .isEqualTo(new Site("Seoul", ZoneId.of("Asia/Seoul"), 75e-6, null, SiteProfile.BROADCAST));
        assertThat(Site.read(file("name: West hill\n")))
                .isEqualTo(new Site("West hill", ZoneId.of("Asia/Shanghai"), 50e-6, null, SiteProfile.BROADCAST));
    }

    @Test
    void readsTheReferenceClockOfTheReceiver() throws IOException {
        assertThat(Site.read(file("reference-clock: 28.8 MHz\n")).referenceClockHz())
                .isEqualTo(28.8e6);
        Path file = file("reference-clock: 50 kHz\n");
        assertThatThrownBy(() -> Site.read(file))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("reference-clock '50 kHz' is below 100 kHz");
    }

    @Test
    void readsWhatTheServicesRegisterMeansThere() throws IOException {
        assertThat(Site.read(file("profile: head-end\n")).profile()).isEqualTo(SiteProfile.HEAD_END);
        Path file = file("profile: hotel\n");
        assertThatThrownBy(() -> Site.read(file))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("profile 'hotel' is neither broadcast");
    }

    @Test
    void refusesADeEmphasisThatNobodyUses() throws IOException {
        Path file = file("de-emphasis: 75\n");
        assertThatThrownBy(() -> Site.read(file))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("de-emphasis '75' is neither \"50 us\"");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("site.yaml"), yaml);
    }
}
