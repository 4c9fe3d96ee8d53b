package io.bandwatch.samples.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandwatch.samples.yaml.ScenarioException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaScenarioTest {
    private static final Path FOLDER = Path.of(System.getProperty("bandwatch.root"), "samples", "scenarios");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "faults-of-a-service, video-black video-freeze video-colour-bars silence video-mosaic video-lost audio-lost"
                + " loudness-low",
        "television-in-short, video-black video-freeze silence video-mosaic"
    })
    void theBundledServicesHaveTheFaultsThatTheyTell(String name, String kinds) throws Exception {
        Path file = FOLDER.resolve(name + ".yaml");
        assertThat(MediaScenario.isOne(file)).isTrue();
        assertThat(MediaScenario.isOne(FOLDER.resolve("off-raster.yaml"))).isFalse();
        JsonNode truth = new ObjectMapper().readTree(MediaTruth.json(MediaScenario.read(file)));
        assertThat(truth.path("incidents"))
                .filteredOn(incident -> incident.path("required").asBoolean())
                .extracting(incident -> incident.path("kind").asText())
                .containsExactly(kinds.split(" "));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "picture: life\\nduration: 9 s\\nsize: large | scene.yaml:3:7: size: 'large' is no size; write it like 720x576",
                "picture: life\\nduration: 9 s\\ncodecs: vp9 | scene.yaml:3:9: codecs: 'vp9' is none of h264+aac, mpeg2+mp2",
                "picture: life\\nduration: 9 s\\ncolour: red | scene.yaml:3:9: colour: is an unknown key",
                "picture: life\\nduration: 9 s\\nevents: [{kind: blur, from: 1 s, to: 2 s}] | events[0].kind: 'blur' is none of",
                "picture: life\\nduration: 9 s\\nevents: [{kind: black, from: 1 s, to: 12 s}] | must lie in the 9.0 s",
                "picture: life\\nduration: 9 s\\ncontainer: mp4\\nevents: [{kind: mosaic, from: 1 s, to: 2 s}]"
                        + " | mosaic needs a transport stream"
            })
    void whatIsWrongIsToldWithLineAndKey(String text, String complaint) throws Exception {
        Path file = Files.writeString(folder.resolve("scene.yaml"), text.replace("\\n", "\n"));
        assertThatThrownBy(() -> MediaScenario.read(file))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aFadeIsBlackWhenItsLightIsGoneAndWhatIsTooShortIsNotDemanded() throws Exception {
        Path file = Files.writeString(
                folder.resolve("scene.yaml"),
                """
                picture: life
                duration: 20 s
                events:
                - {kind: fade-to-black, from: 2 s, to: 9 s}
                - {kind: freeze, from: 12 s, to: 15 s}
                """);
        JsonNode truth = new ObjectMapper().readTree(MediaTruth.json(MediaScenario.read(file)));
        // the fade takes two seconds; nine tenths of it leave a tenth of the light
        assertThat(truth.at("/incidents/0/opened_s").asDouble()).isCloseTo(3.8, within(0.01));
        assertThat(truth.at("/incidents/1/required").asBoolean()).isFalse();
    }

    @Test
    void theSameSceneGivesTheSameBytes() throws Exception {
        Assumptions.assumeTrue(
                MediaGenerator.isPossible() || "true".equals(System.getenv("CI")), "ffmpeg is not installed");
        Path file = Files.writeString(
                folder.resolve("scene.yaml"),
                """
                picture: life
                size: 96x64
                codecs: mpeg2+mp2
                duration: 2 s
                events:
                - {kind: mosaic, from: 0.4 s, to: 1 s}
                - {kind: sound-missing, from: 1.2 s, to: 1.8 s}
                """);
        MediaScene scene = MediaScenario.read(file);
        byte[] one = Files.readAllBytes(
                MediaGenerator.render(scene, folder.resolve("one")).recording());
        byte[] other = Files.readAllBytes(
                MediaGenerator.render(scene, folder.resolve("other")).recording());
        assertThat(one).isEqualTo(other).hasSizeGreaterThan(188 * 1000);
    }
}
