package io.bandwatch.deploy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.ts.services.SiteProfile;
import io.bandwatch.detectors.video.PictureSettings;
import io.bandwatch.detectors.video.ServiceSoundSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatASiteSaysAndLeavesTheRestAsItIsInChina() throws IOException {
        assertThat(Site.read(file("name: Seoul\ntimezone: Asia/Seoul\nde-emphasis: 75 us\n")))
                .isEqualTo(site("Seoul", "Asia/Seoul", 75e-6));
        assertThat(Site.read(file("name: West hill\n"))).isEqualTo(site("West hill", "Asia/Shanghai", 50e-6));
    }

    @Test
    void readsWhereItIs() throws IOException {
        assertThat(Site.read(file("latitude: 32.39 deg\nlongitude: -119.41 deg\n"))
                        .position())
                .isEqualTo(new Position(32.39, -119.41));
        Path half = file("latitude: 32.39 deg\n");
        assertThatThrownBy(() -> Site.read(half)).hasMessageContaining("latitude and longitude go together");
        Path bare = file("latitude: 32.39\nlongitude: 119.41\n");
        assertThatThrownBy(() -> Site.read(bare)).hasMessageContaining("'32.39' has no unit");
        Path beyond = file("latitude: 100 deg\nlongitude: 10 deg\n");
        assertThatThrownBy(() -> Site.read(beyond)).hasMessageContaining("latitude must be between -90");
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

    @Test
    void readsTheTimesOfFaultsOfServicesAndLeavesTheOthers() throws IOException {
        Site site =
                Site.read(file("services:\n  video-black: {warn: 10 s, alarm: 1 min}\n  silence: {clear: 500 ms}\n"));
        assertThat(site.pictures().black()).isEqualTo(ConditionTimes.ofSeconds(10, 60, 2));
        assertThat(site.pictures().freeze()).isEqualTo(PictureSettings.DEFAULT.freeze());
        assertThat(site.sound().silence().clear()).isEqualTo(Duration.ofMillis(500));
        assertThat(site.sound().silence().warn()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{video-black: {warn: 10}}|site.yaml:1:32: services.video-black.warn: '10' has no unit; write it like 5 s",
                "{video-black: {warn: 10 km}}|site.yaml:1:32: services.video-black.warn: ",
                "{video-dark: {warn: 10 s}}|unknown or unusable key 'services.video-dark'",
                "{mono: {warn: 10 min}}|services.mono: times of a condition need 0 <= warn <= alarm"
            })
    void tellsWhereATimeIsWrong(String services, String problem) throws IOException {
        Path file = file("services: " + services + "\n");
        assertThatThrownBy(() -> Site.read(file))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(problem);
    }

    private static Site site(String name, String zone, double deEmphasisS) {
        return new Site(
                name,
                null,
                ZoneId.of(zone),
                deEmphasisS,
                null,
                SiteProfile.BROADCAST,
                PictureSettings.DEFAULT,
                ServiceSoundSettings.DEFAULT);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("site.yaml"), yaml);
    }
}
