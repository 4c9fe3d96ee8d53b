package io.bandwatch.ingest.live.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {
    @Test
    void readsAGroupWithItsInterfaceAndItsSource() {
        assertThat(FeedAddress.parse("udp://@239.1.1.1:5000?interface=eth0"))
                .isEqualTo(new DatagramAddress(false, "239.1.1.1", 5000, null, "eth0"));
        assertThat(FeedAddress.parse("rtp://192.0.2.7@232.1.1.1:5004"))
                .isEqualTo(new DatagramAddress(true, "232.1.1.1", 5004, "192.0.2.7", null));
    }

    @Test
    void readsIpv6WithinBrackets() {
        assertThat(FeedAddress.parse("udp://[ff15::1]:5000"))
                .isEqualTo(new DatagramAddress(false, "ff15::1", 5000, null, null));
        assertThat(FeedAddress.parse("udp://[fe80::2]@[ff3e::1]:5000?interface=lo")
                        .shown())
                .isEqualTo("udp://[ff3e::1]:5000");
    }

    @Test
    void readsACommandAsItIs() {
        assertThat(FeedAddress.parse("exec:tsp -I dvb --uhf 31 | tee x?y=z"))
                .isEqualTo(new ProgramAddress("tsp -I dvb --uhf 31 | tee x?y=z"));
    }

    @Test
    void readsFilesThatArePacedOrNotAndLoopedOrNot() {
        assertThat(FeedAddress.parse("file:a b.ts")).isEqualTo(new FileAddress("a b.ts", true, false));
        assertThat(FeedAddress.parse("file:///srv/x.ts.xz?pace=fast&loop=yes"))
                .isEqualTo(new FileAddress("/srv/x.ts.xz", false, true));
    }

    @Test
    void readsWhatGStreamerReads() {
        assertThat(FeedAddress.parse("srt://192.0.2.1:9000?mode=listener&latency=200"))
                .isEqualTo(new UriAddress("srt://192.0.2.1:9000?mode=listener&latency=200"));
        assertThat(FeedAddress.parse("https://example.org/live/index.m3u8"))
                .isEqualTo(new UriAddress("https://example.org/live/index.m3u8"));
    }

    @Test
    void showsNoSecrets() {
        assertThat(FeedAddress.parse("srt://192.0.2.1:9000?passphrase={env:SRT_KEY}")
                        .shown())
                .isEqualTo("srt://192.0.2.1:9000");
        assertThat(FeedAddress.parse("https://{env:LOGIN}@example.org/a?token=1")
                        .shown())
                .isEqualTo("https://example.org/a");
        assertThat(FeedAddress.parse("exec:fetch --token 1").shown()).isEqualTo("exec:fetch");
        assertThat(FeedAddress.parse("exec:KEY=1 PATH=/x fetch --token 1").shown())
                .isEqualTo("exec:fetch");
    }

    @Test
    void readsTheSecretsThatItNamesWhenItIsOpened(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("login"), "mast 7:p@ss/word\n");
        Map<String, String> environment = Map.of("SRT_KEY", "open sesame");

        assertThat(new UriAddress("srt://192.0.2.1:9000?passphrase={env:SRT_KEY}&latency=200").resolved(environment))
                .isEqualTo("srt://192.0.2.1:9000?passphrase=open%20sesame&latency=200");
        assertThat(new UriAddress("https://{file:" + file + "}@example.org/a").resolved(environment))
                .isEqualTo("https://mast%207:p%40ss%2Fword@example.org/a");
        assertThatThrownBy(() -> new UriAddress("srt://192.0.2.1:9000?passphrase={env:OTHER}").resolved(environment))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("environment variable OTHER is not set");
        assertThatThrownBy(
                        () -> new UriAddress("https://{file:" + folder + "/none}@example.org/a").resolved(environment))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srt://192.0.2.1:9000?passphrase=sesame-sesame",
                "srt://192.0.2.1:9000?passphrase=sesame-sesame&mode=server",
                "srt://192.0.2.1:9000?passphrase:sesame-sesame",
                "srt://192.0.2.1?passphrase=sesame-sesame",
                "srt://192.0.2.1:9000?key=sesame-sesame",
                "https://user:sesame-sesame@example.org/a",
                "https://user:sesame-sesame@exa mple.org/a",
                "https://sesame-sesame@example.org/a",
                "rtsp://user:sesame-sesame@example.org/a",
                "http:///a?token=sesame-sesame"
            })
    void refusesSecretsInClearAndDoesNotRepeatThem(String address) {
        assertThatThrownBy(() -> FeedAddress.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("sesame");
    }

    @Test
    void readsReceivers() {
        assertThat(FeedAddress.parse("rtl_tcp://10.0.0.7")).isEqualTo(new ReceiverAddress("10.0.0.7", 1234));
        assertThat(FeedAddress.parse("rtl_tcp://[::1]:1300").shown()).isEqualTo("rtl_tcp://[::1]:1300");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "239.1.1.1:5000; begins with none of rtl_tcp:// udp://",
                "rtl_tcp://; is not of the form rtl_tcp://HOST:PORT",
                "rtl_tcp://10.0.0.7:70000; is not of the form rtl_tcp://HOST:PORT",
                "rtl_tcp://10.0.0.7:1234?gain=3; is not of the form rtl_tcp://HOST:PORT",
                "rtl_tcp://me:secret@10.0.0.7:1234; feed address 'rtl_tcp://...@10.0.0.7:1234' is not of the form",
                "rtl_tcp://10.0.0.7:1234#x; is not of the form rtl_tcp://HOST:PORT",
                "udp://239.1.1.1; must be udp://HOST:PORT",
                "udp://239.1.1.1:70000; port 70000 must be 1 to 65535",
                "udp://239.1.1.1:0; port 0 must be 1 to 65535",
                "udp://@:5000; names no host; to listen on every interface, say udp://0.0.0.0:PORT",
                "udp://ff15::1:5000; must be udp://HOST:PORT",
                "udp://239.1.1.1:5000?ttl=3; option 'ttl' is not known; known: interface",
                "udp://239.1.1.1:5000?interface; option 'interface' is not of the form name=value",
                "udp://239.1.1.1:5000?interface=a&interface=b; option 'interface' is given twice",
                "exec: ; names no command",
                "file:; names no file",
                "file:a.ts?pace=slow; option 'pace' must be one of real, fast, not 'slow'",
                "srt://192.0.2.1; names no port",
                "srt://:9000?mode=listener; names no host",
                "srt://192.0.2.1:9000?mode=server; must be one of caller, listener, rendezvous",
                "srt://192.0.2.1:70000; port 70000 is none",
                "srt://192.0.2.1:9000?latency=abc; option 'latency' must be a whole number, not 'abc'",
                "srt://192.0.2.1:9000?pbkeylen=7; option 'pbkeylen' must be one of 16, 24, 32",
                "srt://192.0.2.1:9000?passphrase=x; write passphrase={env:NAME} or passphrase={file:/PATH}",
                "https://u:p@example.org/; write https://{env:NAME}@example.org or",
                "http:///index.m3u8; names no host",
                "http://exa mple/; Illegal character"
            })
    void saysWhatIsWrong(String address, String message) {
        assertThatThrownBy(() -> FeedAddress.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
