package io.bandwatch.deploy.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.doctor.Diagnosis.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private final TableMachine machine = new TableMachine();

    @Test
    void findsNothingAmissWhereEverythingIsThere() {
        assertThat(examine()).allSatisfy(diagnosis -> {
            assertThat(diagnosis.state()).isEqualTo(State.OK);
            assertThat(diagnosis.remedy()).isEmpty();
        });
    }

    @Test
    void blocksWithoutACompilerAndNamesThePackage() {
        machine.compiler = false;

        Diagnosis jdk = about("JDK");

        assertThat(jdk.blocks()).isTrue();
        assertThat(jdk.asLine()).contains("missing").endsWith("openjdk-17-jdk-headless");
    }

    @Test
    void doesNotBlockWithoutProgramsThatOnlySomeVerbsUse() {
        machine.programs.clear();

        assertThat(examine())
                .filteredOn(Diagnosis::blocks)
                .extracting(Diagnosis::subject)
                .containsExactly("Maven");
        assertThat(examine())
                .filteredOn(diagnosis -> diagnosis.state() == State.MISSING_OPTIONAL)
                .extracting(Diagnosis::subject)
                .containsExactly("sound files", "speech", "live streams", "decoders", "embedded store");
    }

    @Test
    void namesTheElementsThatGStreamerLacksAndTheirPackages() {
        machine.missingElements.add("srtsrc");
        machine.missingElements.add("hlsdemux");

        Diagnosis streams = about("live streams");

        assertThat(streams.blocks()).isFalse();
        assertThat(streams.detail()).endsWith("has no srtsrc, hlsdemux");
        assertThat(streams.remedy()).contains("gstreamer1.0-plugins-bad");
    }

    @Test
    void namesTheCodecsThatNothingDecodesAndWhatBringsThem() {
        machine.missingElements.add("avdec_h264");
        machine.missingElements.add("avdec_eac3");

        Diagnosis decoders = about("decoders");

        assertThat(decoders.blocks()).isFalse();
        assertThat(decoders.detail()).isEqualTo("not decoded: eac3, h264");
        assertThat(decoders.remedy()).contains("gstreamer1.0-libav");
    }

    @Test
    void takesGStreamerForSoundFilesWhereThereIsNoFfmpeg() {
        machine.programs.remove("ffmpeg");
        machine.programs.put("gst-launch-1.0", "/usr/bin/gst-launch-1.0");

        assertThat(about("sound files").detail()).endsWith("/usr/bin/gst-launch-1.0");
    }

    @Test
    void prefersTheStoreProgramThatTheCallerNamed() {
        machine.environment.put("BANDWATCH_INFLUXD", "/opt/influxd");

        assertThat(about("embedded store").detail()).isEqualTo("/opt/influxd, InfluxDB v1.6.7");
    }

    @Test
    void saysSoWhenTheStoreProgramDoesNotStart() {
        machine.starts = false;

        assertThat(about("embedded store").state()).isEqualTo(State.MISSING_OPTIONAL);
    }

    @Test
    void warnsOfAStoreThatIsOpenToTheNetworkAndOnlyOfThat() {
        machine.listeners = List.of("loopback");
        assertThat(examine()).extracting(Diagnosis::subject).doesNotContain("open store");

        machine.listeners = List.of("loopback", "any");
        assertThat(about("open store").state()).isEqualTo(State.WARNING);
        assertThat(about("open store").remedy()).contains("systemctl disable --now influxdb");
    }

    @Test
    void warnsOfLittleRoomAndBlocksWhereNothingCanBeWritten() {
        machine.diskBytes = TableMachine.GIB;
        machine.memoryBytes = TableMachine.GIB;
        assertThat(about("disk").state()).isEqualTo(State.WARNING);
        assertThat(about("memory").state()).isEqualTo(State.WARNING);

        machine.writable = false;
        assertThat(about("disk").blocks()).isTrue();
    }

    @Test
    void looksAtTheMachineItRunsOn(@TempDir Path work) {
        List<Diagnosis> diagnoses = Doctor.ofThisMachine(work).examine();

        assertThat(diagnoses)
                .filteredOn(diagnosis -> List.of("JDK", "ports").contains(diagnosis.subject()))
                .hasSize(2)
                .allMatch(diagnosis -> diagnosis.state() == State.OK);
    }

    private List<Diagnosis> examine() {
        return new Doctor(machine, Path.of("/work")).examine();
    }

    private Diagnosis about(String subject) {
        return examine().stream()
                .filter(diagnosis -> diagnosis.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }
}
