package io.bandwatch.ingest.live.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .isEqualTo(new UriAddress(URI.create("srt://192.0.2.1:9000?mode=listener&latency=200")));
        assertThat(FeedAddress.parse("https://example.org/live/index.m3u8"))
                .isEqualTo(new UriAddress(URI.create("https://example.org/live/index.m3u8")));
    }

    @Test
    void showsNoSecrets() {
        assertThat(FeedAddress.parse("srt://192.0.2.1:9000?passphrase=open-sesame")
                        .shown())
                .isEqualTo("srt://192.0.2.1:9000");
        assertThat(FeedAddress.parse("https://user:word@example.org/a?token=1").shown())
                .isEqualTo("https://example.org/a");
        assertThat(FeedAddress.parse("exec:fetch --token 1").shown()).isEqualTo("exec:fetch");
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
                "udp://239.1.1.1; must be udp://HOST:PORT",
                "udp://239.1.1.1:70000; port 70000 must be 1 to 65535",
                "udp://239.1.1.1:0; port 0 must be 1 to 65535",
                "udp://@:5000; names no host; to listen on every interface, say udp://0.0.0.0:PORT",
                "udp://ff15::1:5000; must be udp://HOST:PORT",
                "udp://239.1.1.1:5000?ttl=3; option 'ttl' is not known; known: interface",
                "udp://239.1.1.1:5000?interface; 'interface' is not of the form name=value",
                "udp://239.1.1.1:5000?interface=a&interface=b; option 'interface' is given twice",
                "exec: ; names no command",
                "file:; names no file",
                "file:a.ts?pace=slow; option 'pace' must be one of real, fast, not 'slow'",
                "srt://192.0.2.1; names no port",
                "srt://:9000?mode=listener; names no host",
                "srt://192.0.2.1:9000?mode=server; must be one of caller, listener, rendezvous",
                "http:///index.m3u8; names no host",
                "http://exa mple/; Illegal character"
            })
    void saysWhatIsWrong(String address, String message) {
        assertThatThrownBy(() -> FeedAddress.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
