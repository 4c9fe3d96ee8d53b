package io.bandwatch.alerts.push.text;

import static io.bandwatch.alerts.push.PushSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.bandwatch.alerts.Incident;
import io.bandwatch.alerts.messages.Messages;
import io.bandwatch.alerts.push.Occasion;
import io.bandwatch.alerts.push.Push;
import io.bandwatch.alerts.push.PushForm;
import io.bandwatch.alerts.push.PushItem;
import io.bandwatch.alerts.push.PushSamples;
import io.bandwatch.alerts.push.Tally;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PushTextsTest {
    private final PushTexts english = new PushTexts(Messages.english(), PushSamples.PLACES, "https://c.example/");
    private final PushTexts chinese = new PushTexts(new Messages(Locale.SIMPLIFIED_CHINESE), PushSamples.PLACES, null);

    @Test
    void tellsWhatWhenHowStrongWhyAndWhere() {
        PushText text = english.of(PushSamples.push("duty", "n1"), PushStyle.PLAIN, 10_000);

        assertThat(text.title()).isEqualTo("New: unlicensed carrier, 98.1 MHz (major)");
        assertThat(text.body())
                .isEqualTo(
                        """
                        New: unlicensed carrier, 98.1 MHz (major)
                        Since: 2026-03-02 12:00:00 +08:00 (Asia/Shanghai)
                        Measured at: 98.1004 MHz
                        Level: 69.7 ± 3.2 dBµV/m
                        Confidence: 91 %
                        Why: no row of the register within 100 kHz of 98.1 MHz
                        Heard at: Shandong Jinan Lixia North Hill (36.65000, 117.12000); transmitter position not known
                        Details: https://c.example/incidents/unlicensed-carrier-n1-98100000-0-1772424000000
                        """);
    }

    @Test
    void saysThatAReceiverIsNotCalibrated() {
        assertThat(english.of(PushSamples.push("duty", "s1"), PushStyle.PLAIN, 10_000)
                        .body())
                .contains("Level: -31.3 dBFS, uncalibrated\n")
                .contains("Heard at: Shandong Tai'an South Tower; transmitter position not known\n");
    }

    @Test
    void speaksChinese() {
        assertThat(chinese.of(PushSamples.push("duty", "s1"), PushStyle.MARKDOWN, 10_000)
                        .body())
                .startsWith("**新事件：未经许可的载波，98.1 MHz（重要）**  \n开始：2026-03-02 12:00:00 +08:00 (Asia/Shanghai)  \n")
                .contains("电平：-31.3 dBFS，未校准", "置信度：91 %", "发射机位置未知");
    }

    @Test
    void aTransmitterThatCallsItselfMarkupMarksUpNothing() {
        Subject feed = Subject.wholeFeed("<at id=all></at> [x](http://evil) \n# *n*");
        Incident incident = PushSamples.opened(IncidentKind.FEED_LOST, feed, Severity.MAJOR, NOON);
        Push push = push(List.of(new PushItem(incident, Occasion.OPENED, null, 0, 0)), PushForm.INCIDENTS, List.of());

        PushText text = english.of(push, PushStyle.MARKDOWN, 10_000);

        assertThat(text.title()).doesNotContain("<", ">", "[", "]", "#", "\n");
        assertThat(text.body()).doesNotContain("<at", "](http://evil").contains("＜at id=all＞");
    }

    @Test
    void countsWhatDoesNotFitAndTellsTheWorstFirst() {
        List<PushItem> items = List.of(
                item(98_100_000, Severity.WARNING),
                item(98_300_000, Severity.CRITICAL),
                item(98_500_000, Severity.WARNING));
        List<Tally> tallies = List.of(new Tally(IncidentKind.UNLICENSED_CARRIER, "North Hill", 3));
        Push storm = push(items, PushForm.STORM, tallies);

        PushText text = english.of(storm, PushStyle.PLAIN, 600);

        assertThat(text.title()).isEqualTo("Too many to tell one by one: 3 incidents");
        assertThat(text.body())
                .startsWith("unlicensed carrier: 3 at North Hill\n")
                .contains("98.3 MHz")
                .endsWith("and 2 more\n");
        assertThat(text.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(600);
        assertThat(english.of(storm, PushStyle.PLAIN, 5).body()).isEqualTo("unlic");
    }

    @Test
    void saysThatSomethingCameAndWent() {
        Incident gone =
                PushSamples.closed(PushSamples.carrier("n1", 98_100_000, Severity.WARNING, NOON), NOON.plusSeconds(90));
        Push push = push(List.of(new PushItem(gone, Occasion.OPENED, null, 0, 0)), PushForm.MORNING, List.of());

        assertThat(english.of(push, PushStyle.PLAIN, 10_000).body())
                .contains("Came and went: ", "Until: 2026-03-02 12:01:30 +08:00", "Level: not measured yet");
    }

    private static PushItem item(long channelHz, Severity severity) {
        return new PushItem(PushSamples.carrier("n1", channelHz, severity, NOON), Occasion.OPENED, null, 0, 0);
    }

    private static Push push(List<PushItem> items, PushForm form, List<Tally> tallies) {
        return new Push("key", "duty", form, NOON, items, tallies, null);
    }
}
