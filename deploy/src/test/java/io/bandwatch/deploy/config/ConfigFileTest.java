package io.bandwatch.deploy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.alerts.push.plan.PushRule;
import io.bandwatch.alerts.push.settings.PushSettings;
import io.bandwatch.deploy.UnusableInputException;
import io.bandwatch.deploy.replay.StoreChoice;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.rf.CarrierLostSettings;
import io.bandwatch.detectors.rf.UnlicensedCarrierSettings;
import io.bandwatch.ingest.SampleFormat;
import io.bandwatch.ingest.live.tuning.DirectSampling;
import io.bandwatch.ingest.live.tuning.FrontEnd;
import io.bandwatch.ingest.live.tuning.ReceiverSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("bandwatch.root", ".."), "deploy/config/monitor.example.yaml");

    @TempDir
    private Path folder;

    @Test
    void hasDefaultsForAllButTheFeeds() throws IOException {
        MonitorConfig config = read("sites: [{name: hill, probes: [{name: mux, address: \"udp://@239.1.1.1:5000\"}]}]");

        assertThat(config.data()).isEqualTo(folder.resolve("data"));
        assertThat(config.timezone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(config.language()).isEqualTo(Locale.ENGLISH);
        assertThat(config.registers()).isEqualTo(new MonitorConfig.Registers(null, null, null, null, null, null));
        assertThat(config.detectors())
                .isEqualTo(new DetectorConfig(UnlicensedCarrierSettings.DEFAULT, CarrierLostSettings.DEFAULT));
        assertThat(config.store().kind()).isEqualTo(StoreChoice.Kind.EMBEDDED);
        assertThat(config.every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.checkpointEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.console())
                .as("nothing can be changed unless somebody said by whom")
                .isEqualTo(new ConsoleConfig(8780, null));
        assertThat(config.evidence())
                .as("keeping raw samples is for disks that stand it")
                .isNull();
    }

    @Test
    void takesEachKeyOfTheEvidence() throws IOException {
        EvidenceConfig evidence = Objects.requireNonNull(
                read("""
                evidence: {folder: kept, before: 3 s, after: 4 s, ring: 30 s, ring-most: 300 MB, keep: 9 d, most: 1 TiB, least-free: 0 B}
                sites: [{name: a, probes: [{name: x, address: 'srt://h:1'}]}]
                """)
                        .evidence());

        assertThat(evidence)
                .isEqualTo(new EvidenceConfig(
                        folder.resolve("kept"),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(30),
                        300_000_000L,
                        Duration.ofDays(9),
                        1L << 40,
                        0));
    }

    @Test
    void aReferenceIsOneServiceAndTheOnlyOneOfItsProgramme() {
        String probe = "{name: %s, address: 'srt://h:1', decode: '%s', reference-of: City}";
        assertThatThrownBy(() -> read("sites: [{name: a, probes: [" + probe.formatted("x", "all") + "]}]"))
                .hasMessageContaining("reference-of: is told of one service; name it with 'decode', by its number");
        assertThatThrownBy(() -> read("sites: [{name: a, probes: [" + probe.formatted("x", "1") + ", "
                        + probe.formatted("y", "1") + "]}]"))
                .hasMessageContaining("two feeds are the reference of 'City'; name one of them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "before: 30 s, ring: 45 s | :1:32: evidence.ring: a ring of 45 s is too short",
                "before: 5 min | :1:20: evidence.before: a ring of 60 s is too short",
                "most: 20 | :1:18: evidence.most: '20' has no unit",
                "most: 0 GB | :1:18: evidence.most: must be above 0",
                "keeps: 1 d | :1:19: evidence.keeps: is an unknown key"
            })
    void refusesEvidenceThatCannotBe(String keys, String expected) {
        assertThatThrownBy(() ->
                        read("evidence: {" + keys + "}\nsites: [{name: a, probes: [{name: x, address: 'srt://h:1'}]}]"))
                .hasMessageContaining("monitor.yaml" + expected);
    }

    @Test
    void takesEachKeyOfAReceiver() throws IOException {
        FeedConfig feed =
                read("""
                sites:
                  - name: hill
                    receivers:
                      - name: roof
                        address: rtl_tcp://10.0.0.7
                        sample-format: cs8
                        rate: 2.048 MS/s
                        hop: {from: 90 MHz, to: 100 MHz, overlap: 200 kHz, dwell: 400 ms, settle: 50 ms, priority: [95 MHz]}
                        gain: 19.7 dB
                        ppm: -12
                        agc: false
                        direct-sampling: q_input
                        offset-tuning: true
                        bias-tee: true
                        de-emphasis: 75 us
                        calibration: {full-scale: 80 dBuV, antenna-factor: 11 dB/m, gain: 15 dB, cable: 3 dB, uncertainty: 2 dB}
                """)
                        .sites()
                        .get(0)
                        .feeds()
                        .get(0);
        ReceiverSettings receiver = Objects.requireNonNull(feed.spec().receiver());

        assertThat(receiver.format()).isEqualTo(SampleFormat.CS8);
        assertThat(receiver.rateHz()).isEqualTo(2.048e6);
        assertThat(receiver.frontEnd()).isEqualTo(new FrontEnd(19.7, false, -12, DirectSampling.Q_INPUT, true, true));
        assertThat(receiver.deEmphasisS()).isEqualTo(75e-6);
        assertThat(receiver.plan().dwell()).isEqualTo(Duration.ofMillis(400));
        assertThat(receiver.plan().settle()).isEqualTo(Duration.ofMillis(50));
        assertThat(receiver.plan().centersHz()).allMatch(hz -> hz > 90_000_000 && hz < 100_000_000);
        assertThat(receiver.plan().centersHz().stream().distinct().count())
                .as("one visit is made twice")
                .isEqualTo(receiver.plan().centersHz().size() - 1);
        assertThat(Objects.requireNonNull(feed.calibration()).fieldStrengthDbuvPerM(-50))
                .as("-50 dBFS are 30 dB(uV) at the receiver, 18 before its amplifier and cable, and 29 dB(uV/m)")
                .isCloseTo(29, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate: 2.4 | :6:15: sites[0].receivers[0].rate: '2.4' has no unit",
                "rate: 2.4 MS/s; speed: 1 | :7:16: sites[0].receivers[0].speed: is an unknown key",
                "rate: 40 MS/s | :6:15: sites[0].receivers[0].rate: sampleRateHz 4.0E7 is outside 240 kS/s to 30 MS/s",
                "rate: 2.4 MS/s; gain: 28 | :7:15: sites[0].receivers[0].gain: '28' has no unit",
                "rate: 2.4 MS/s; gain: 90 dB | :7:15: sites[0].receivers[0].gain: a gain of 90.0 dB is outside",
                "rate: 2.4 MS/s; hop: {} | :7:14: sites[0].receivers[0].hop: a receiver needs either",
                "rate: 2.4 MS/s; calibration: {full-scale: 3 dB} | :7:35: sites[0].receivers[0].calibration.full-scale: '3 dB' must end in 'uV'",
                "rate: 2.4 MS/s; calibration: {uncertainty: 4 dB} | :7:22: sites[0].receivers[0].calibration.full-scale: is missing",
                "rate: 2.4 MS/s; calibration: {full-scale: 90 dBuV, antenna-factor: 5 dB/m, uncertainty: 4 dB}"
                        + " | :7:22: sites[0].receivers[0].calibration: levels are known at one gain only",
                "rate: 2.4 MS/s; agc: on | :7:14: sites[0].receivers[0].agc: must be true or false",
                "rate: 2.4 MS/s; gain: 9 dB; agc: true; calibration: {full-scale: 90 dBuV, antenna-factor: 5 dB/m, uncertainty: 4 dB}"
                        + " | :9:22: sites[0].receivers[0].calibration: levels are known at one gain only",
                "rate: 2.4 MS/s; ppm: 4294967296 | :7:14: sites[0].receivers[0].ppm: 4294967296 is outside -1000 to 1000",
                "rate: 2.4 MS/s; gain: 9 dB; ppm: 5000 | :8:14: sites[0].receivers[0].ppm: 5000 is outside -1000 to 1000",
                "rate: 2.4 MS/s; de-emphasis: 0 us | :7:22: sites[0].receivers[0].de-emphasis: must be above 0",
                "rate: 2.4 MS/s; de-emphasis: 10 s | :7:22: sites[0].receivers[0].de-emphasis: must be above 0, up to 100 us",
                "rate: 2.4 MS/s; ppm: many | :7:14: sites[0].receivers[0].ppm: 'many' is not a number"
            })
    void namesLineColumnAndRemedy(String keys, String expected) {
        String yaml =
                """
                sites:
                  - name: hill
                    receivers:
                      - name: roof
                        address: rtl_tcp://10.0.0.7
                        %s
                        center: 98 MHz
                """
                        .formatted(keys.replace("; ", "\n        "));

        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("monitor.yaml" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sites: [] | no site has a receiver or a probe",
                "sites: [{name: a, probes: [{name: x, address: 'srt://h:1'}, {name: x, address: 'srt://h:2'}]}] | two feeds are called 'x'",
                "sites: [{name: a, probes: [{name: x, address: 'ftp://h'}]}] | begins with none of",
                "sites: [{name: a, probes: [{name: x, address: 'srt://h:1', decode: many}]}] | names no services",
                "sites: [{name: a, probes: [{name: x, address: 'srt://h:1', pictures: key}]}] | name them with 'decode'",
                "sites: [{name: a, probes: [{name: x, address: 'srt://h:1', decode: all, pictures: few}]}] | use all or key",
                "sites: [{name: a, probes: [{name: x, address: 'rtl_tcp://h'}]}] | needs a rate and a frequency",
                "sites: [{name: a, latitude: 3 deg, probes: [{name: x, address: 'srt://h:1'}]}] | go together",
                "sites: [{name: a, latitude: 3, longitude: 4 deg}] | '3' has no unit",
                "sites: [{name: a, receivers: [{name: r, address: 'rtl_tcp://h', rate: 2.4 MS/s, hop: {dwell: 50 s}}]}] | in which nothing is told",
                "every: 1e30 s | must not be above 366 d",
                "every: 2 h | must be at most 1 h",
                "every: 100 ms | must be at least 1 s",
                "keep-journal: 12 h | must be at least 1 d",
                "index-tasks: 0 | index-tasks",
                "index-tasks: 33 | 32",
                "detectors: {unlicensed-carrier: {on-snr: 5 dB, off-snr: 6 dB}} | off-snr is not above on-snr",
                "detectors: {unlicensed-carrier: {hold: 2 h}} | escalate-after is not below hold",
                "detectors: {carrier-lost: {alarm: 1 s}} | alarm is not below warn",
                "console: {token-env: ''} | console.token-env: names nothing",
                "store: 'http://me:secret@127.0.0.1:8086' | holds no user, password or token"
            })
    void refusesWhatCannotBe(String yaml, String expected) {
        String whole = !yaml.startsWith("sites")
                ? yaml + "\nsites: [{name: a, probes: [{name: x, address: 'srt://h:1'}]}]"
                : yaml;

        assertThatThrownBy(() -> read(whole)).hasMessageContaining(expected);
    }

    @Test
    void takesWhoIsToldOfIncidents() throws IOException {
        MonitorConfig config = ConfigFile.read(EXAMPLE);
        PushSettings pushes = Objects.requireNonNull(config.pushes());

        assertThat(pushes.channels())
                .extracting(channel -> channel.name() + " " + channel.type().code())
                .containsExactly("centre webhook", "mail smtp", "inspectors dingtalk", "room wecom", "panel mqtt");
        PushRule rule = pushes.rules().rules().get(0);
        assertThat(rule.match().kinds())
                .containsExactlyInAnyOrder(IncidentKind.UNLICENSED_CARRIER, IncidentKind.PROGRAMME_MISMATCH);
        assertThat(rule.repeat()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rule.escalations()).singleElement().satisfies(escalation -> assertThat(escalation.to())
                .containsExactly("mail"));
        assertThat(pushes.places().of("roof").county()).isEqualTo("Hanjiang");
        assertThat(pushes.places().of("roof").calibration()).isNotNull();
        assertThat(pushes.places().of("sweeper").calibration()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channels: [{name: a, type: wecom, address: 'https://h/?key=1'}] | the address of a robot holds its key",
                "channels: [{name: a, type: pigeon, address: 'https://h'}] | 'pigeon' is none of webhook",
                "rules: [{name: r, to: [nobody]}] | the rules name the channel nobody",
                "channels: [] | nobody would be told",
                "rules: [{name: r, to: [a], regions: [Shandong/Jinan]}]; channels: [{name: a, type: webhook, secret-env: S, address: 'https://h'}]"
                        + " | notifiers.rules[0].regions: no site lies in 'Shandong/Jinan'",
                "console-address: 'javascript:alert(1)'; channels: [{name: a, type: webhook, secret-env: S, address: 'https://h'}]"
                        + " | is no http:// or https:// address",
                "rules: [{name: r, kinds: [noise]}] | 'noise' is no kind of incident",
                "rules: [{name: r, hours: always}] | 'always' is no span of the day",
                "rules: [{name: r, tell: [whatever]}] | 'whatever' is none of opened"
            })
    void refusesWhoCannotBeTold(String notifiers, String expected) {
        assertThatThrownBy(() -> read("notifiers: {" + notifiers.replace("; ", ", ")
                        + "}\nsites: [{name: a, probes: [{name: x, address: 'srt://h:1'}]}]"))
                .hasMessageContaining("monitor.yaml:1:")
                .hasMessageContaining(expected);
    }

    @Test
    void readsTheExample() {
        MonitorConfig config = ConfigFile.read(EXAMPLE);

        assertThat(config.feeds())
                .extracting(feed -> feed.feed())
                .containsExactly("roof", "sweeper", "wide", "mux-1", "studio");
        assertThat(config.references()).containsExactly(Map.entry("studio", "City Radio"));
        assertThat(config.detectors()).as("it tells the defaults").isEqualTo(DetectorConfig.DEFAULT);
    }

    private MonitorConfig read(String yaml) throws IOException {
        Path file = folder.resolve("monitor.yaml");
        Files.writeString(file, yaml);
        return ConfigFile.read(file);
    }
}
