package io.bandwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.samples.ProgressListener;
import io.bandwatch.samples.RenderedScenario;
import io.bandwatch.samples.ScenarioGenerator;
import io.bandwatch.samples.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Three licensed transmitters with one programme for 30 s; 8 s of other music are put into that of 97.9 MHz, which is quieter and 2.3 s
 * later: from second {@value #FROM_S} to {@value #TO_S} of the recording.
 *
 * @param recording unsigned bytes, 1.2 MS/s, centre 98.0 MHz
 * @param licences their register
 */
public record PeerScene(Path recording, Path licences) {
    public static final double FROM_S = 14.3;
    public static final double TO_S = 22.3;

    private static final String MUSIC = "audio/music-kevin-macleod-vibe-ace.ogg";

    private static final String SPLICED = "[0:a]aresample=48000,atrim=0:12,asetpts=N/SR/TB[a];"
            + "[1:a]aresample=48000,atrim=40:48,asetpts=N/SR/TB[b];"
            + "[0:a]aresample=48000,atrim=20:30,asetpts=N/SR/TB[c];"
            + "[a][b][c]concat=n=3:v=0:a=1,volume=-4dB,adelay=2300:all=1[out]";

    private static final String SCENE =
            """
            name: network
            seed: 5
            centre: 98.0 MHz
            rate: 1.2 MS/s
            duration: 30 s
            format: cu8
            container: raw
            noise: {level: -50 dBFS}
            carriers:
              - {id: A, frequency: 97.6 MHz, cn: 25 dB, class: broadcast, programme: {file: "%1$s"}}
              - {id: B, frequency: 97.9 MHz, cn: 25 dB, class: broadcast, stereo: true, programme: {file: "%2$s"}}
              - {id: C, frequency: 98.3 MHz, cn: 25 dB, class: broadcast, programme: {file: "%1$s"}}
            """;

    private static final String REGISTER =
            """
            id,name,frequency_mhz,class,programme
            A,North,97.6,broadcast,news
            B,South,97.9,broadcast,news
            C,East,98.3,broadcast,news
            """;

    /** Renders it into a folder. */
    public static PeerScene in(Path folder) throws IOException, InterruptedException {
        Path music = Captures.file(MUSIC);
        Path spliced = folder.resolve("spliced.wav");
        Process ffmpeg = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-nostdin",
                        "-y",
                        "-i",
                        music.toString(),
                        "-i",
                        Captures.file("audio/music-karissa-hobbs-lets-go-fishin.ogg")
                                .toString(),
                        "-filter_complex",
                        SPLICED,
                        "-map",
                        "[out]",
                        spliced.toString())
                .inheritIO()
                .start();
        assertThat(ffmpeg.waitFor()).isZero();
        Path file = Files.writeString(folder.resolve("network.yaml"), SCENE.formatted(music, spliced));
        RenderedScenario scene =
                new ScenarioGenerator(Scenario.read(file)).render(folder.resolve("out"), ProgressListener.SILENT);
        Path licences = Files.writeString(folder.resolve("register.csv"), REGISTER);
        return new PeerScene(scene.recordings().get(0), licences);
    }
}
