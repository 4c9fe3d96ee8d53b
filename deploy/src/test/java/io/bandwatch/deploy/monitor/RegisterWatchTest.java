package io.bandwatch.deploy.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.deploy.config.MonitorConfig.Registers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterWatchTest {
    @TempDir
    Path folder;

    @Test
    void aRegisterIsAnotherWhenItSaysSomethingElseAndNotWhenItIsWrittenAnew() throws Exception {
        Path licences = Files.writeString(folder.resolve("licences.csv"), "id\nA\n");
        RegisterWatch watch = new RegisterWatch(new Registers(licences, null, null, null, null, null));
        String before = watch.fingerprint();

        Files.setLastModifiedTime(licences, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(watch.fingerprint()).isEqualTo(before);
        Files.writeString(licences, "id\nB\n");
        assertThat(watch.fingerprint()).isNotEqualTo(before);
    }

    @Test
    void aFolderOfClipsIsAnotherWhenAClipComesOrGoes() throws Exception {
        Path clips = Files.createDirectory(folder.resolve("clips"));
        Files.writeString(clips.resolve("one.wav"), "sound");
        RegisterWatch watch = new RegisterWatch(new Registers(null, null, null, null, clips, null));
        String before = watch.fingerprint();

        Files.writeString(clips.resolve(".cut-2.wav"), "half of it");
        assertThat(watch.fingerprint()).as("what is being written").isEqualTo(before);
        Files.move(clips.resolve(".cut-2.wav"), clips.resolve("two.wav"));
        assertThat(watch.fingerprint()).isNotEqualTo(before);
        Files.delete(clips.resolve("two.wav"));
        assertThat(watch.fingerprint()).isEqualTo(before);
    }

    @Test
    void anAlertThatComesOrIsWrittenToItsEndCounts() throws Exception {
        Path alerts = Files.createDirectory(folder.resolve("alerts"));
        RegisterWatch watch = new RegisterWatch(new Registers(null, null, null, null, null, alerts));
        String before = watch.fingerprint();

        Files.writeString(alerts.resolve(".e-7.xml"), "<alert/>");
        assertThat(watch.fingerprint()).as("what is being written").isEqualTo(before);
        Files.writeString(alerts.resolve("e-7.xml"), "<alert");
        String half = watch.fingerprint();
        assertThat(half).isNotEqualTo(before);
        Files.writeString(alerts.resolve("e-7.xml"), "<alert/>");
        assertThat(watch.fingerprint()).isNotEqualTo(half);
    }
}
