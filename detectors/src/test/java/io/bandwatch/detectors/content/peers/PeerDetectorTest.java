package io.bandwatch.detectors.content.peers;

import static io.bandwatch.detectors.content.peers.Places.START;
import static io.bandwatch.detectors.content.peers.Places.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bandwatch.detectors.Finding;
import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.condition.ConditionTimes;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.peers.Places.Place;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerDetectorTest {
    private static final int LENGTH_S = 120;
    private static final List<Subject> PLACES = List.of(
            Subject.carrier("north", 91_400_000, 0),
            Subject.carrier("south", 91_400_000, 0),
            Subject.carrier("east", 103_100_000, 0));

    /** How much later each of them is, s. */
    private static final double[] LATE_S = {2.4, 0, 5.8};

    /** How much louder a beat is than the melody that goes with it, dB. */
    private static final double BEAT_DB = 6;

    private final Spectrogram programme = Spectrogram.of(LENGTH_S, 1);
    private final Spectrogram foreign = Spectrogram.of(LENGTH_S, 2);
    private InsertionSchedule schedule = InsertionSchedule.NONE;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theOddOneOutIsNamedWhicheverItIs(int odd) {
        List<Finding> findings = compared(odd, 60, 70, 3);

        // who compares all with the first accuses both others where it is the first that is wrong
        assertThat(findings).extracting(Finding::subject).containsOnly(PLACES.get(odd));
        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.INSERTED_CONTENT);
        Finding raised = findings.get(0);
        assertThat(raised.reasons()[0].code()).isEqualTo(ReasonCode.DIFFERS_FROM_MOST);
        assertThat(raised.reasons()[0].arguments()[0]).isEqualTo("2");
        assertThat(at(raised.since()) - LATE_S[odd]).as("begin").isCloseTo(60, within(1.0));
        // nobody can know before the last of them has come so far
        assertThat(at(raised.at()) - LATE_S[2]).as("told at").isBetween(60.0, 66.0);
        assertThat(at(findings.get(findings.size() - 1).until()) - LATE_S[odd])
                .as("end")
                .isCloseTo(70, within(1.0));
    }

    /** Who asks how they stand now never finds two of the others different from it at once: 10 s are over before the last has come to them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatIsShorterThanTheyAreApartIsFoundAllTheSame(int odd) {
        double[] late = {2.4, 0, 14};

        List<Finding> findings = compared(onAir(odd, 60, 70, 3), late);

        assertThat(findings).extracting(Finding::subject).containsOnly(PLACES.get(odd));
        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.INSERTED_CONTENT);
        assertThat(at(findings.get(0).since()) - late[odd]).as("begin").isCloseTo(60, within(1.0));
        assertThat(at(findings.get(0).at()) - late[2]).as("told at").isBetween(60.0, 66.0);
        assertThat(at(findings.get(findings.size() - 1).until()) - late[odd])
                .as("end")
                .isCloseTo(70, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void twoMinutesApartTheyAreComparedAllTheSame(int odd) {
        double[] late = {41.2, 0, 118};
        Spectrogram long1 = Spectrogram.of(300, 1);
        Spectrogram other = Spectrogram.of(300, 2);
        List<Spectrogram> heard = new ArrayList<>();
        for (int place = 0; place < 3; place++) {
            Spectrogram sent = place == odd ? long1.with(150, 160, other) : long1;
            heard.add(sent.received(3 * place - 3, 20, 10 + place));
        }

        List<Finding> findings = compared(heard, late);

        assertThat(findings).extracting(Finding::subject).containsOnly(PLACES.get(odd));
        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.INSERTED_CONTENT);
        assertThat(at(findings.get(0).since()) - late[odd]).as("begin").isCloseTo(150, within(1.0));
        assertThat(at(findings.get(0).at()) - late[2]).as("told at").isBetween(150.0, 156.0);
        assertThat(at(findings.get(findings.size() - 1).until()) - late[odd])
                .as("end")
                .isCloseTo(160, within(1.0));
    }

    /** Who takes any sound of before for a return says of the others that they are the same again, bar by bar, at delays that nobody has. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theMusicOfTheOthersGoesOnThoughItRecursBarByBar(int odd) {
        Spectrogram bar = Spectrogram.of(4, 3);
        Spectrogram beat = bar;
        while (beat.looks() < programme.looks()) {
            beat = beat.then(bar);
        }
        Spectrogram music = programme.under(beat, BEAT_DB);
        List<Spectrogram> heard = new ArrayList<>();
        for (int place = 0; place < 3; place++) {
            Spectrogram sent = place == odd ? music.with(60, 75, foreign) : music;
            heard.add(sent.received(3 * place - 3, 20, 10 + place));
        }

        List<Finding> findings = compared(heard);

        assertThat(findings).extracting(Finding::subject).containsOnly(PLACES.get(odd));
        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.INSERTED_CONTENT);
        assertThat(findings).extracting(Finding::phase).doesNotContain(Finding.Phase.RESUMED);
        assertThat(at(findings.get(0).since()) - LATE_S[odd]).as("begin").isCloseTo(60, within(1.0));
        assertThat(at(findings.get(findings.size() - 1).until()) - LATE_S[odd])
                .as("end")
                .isCloseTo(75, within(1.0));
    }

    @Test
    void ofTwoThatDifferNobodyIsAccused() {
        List<Finding> findings = compared(1, 60, 70, 2);

        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.PROGRAMME_MISMATCH);
        assertThat(findings)
                .filteredOn(one -> one.phase() == Finding.Phase.RAISED)
                .hasSize(1);
        Finding raised = findings.get(0);
        assertThat(raised.subject()).as("who was heard first").isEqualTo(PLACES.get(1));
        assertThat(raised.reasons()[0].code()).isEqualTo(ReasonCode.DIFFERS_FROM_OTHER);
        assertThat(raised.reasons()[0].arguments()[0]).isEqualTo("91.4 MHz (north)");
        assertThat(at(raised.since()) - LATE_S[1]).isCloseTo(60, within(1.0));
    }

    @Test
    void whatIsTheSameEverywhereIsNoFault() {
        assertThat(compared(0, 0, 0, 3)).isEmpty();
    }

    @Test
    void whoNeverCarriedTheProgrammeIsNotCompared() {
        assertThat(compared(2, 0, LENGTH_S, 3)).isEmpty();
    }

    @Test
    void whatIsAllowedInOnePlaceIsNoFault() {
        String csv = "station_or_service,from,to,kind,approval\nsouth-91.4," + START.plusSeconds(59) + ","
                + START.plusSeconds(72) + ",opt-out,42\n";
        schedule = Objects.requireNonNull(InsertionSchedule.read(csv.getBytes(StandardCharsets.UTF_8), ZoneOffset.UTC)
                .value());

        assertThat(compared(1, 60, 70, 3)).isEmpty();
        assertThat(compared(0, 60, 70, 3)).isNotEmpty();
    }

    @Test
    void whoGoesOffAirWhileAnotherIsWrongIsNotAsked() {
        List<Spectrogram> heard = new ArrayList<>(onAir(0, 60, 90, 3));
        heard.set(2, heard.get(2).part(0, 55));

        assertThat(compared(heard))
                .extracting(Finding::kind)
                .as("two are left, and nobody knows which of them is wrong")
                .containsOnly(IncidentKind.PROGRAMME_MISMATCH);
    }

    @ParameterizedTest(name = "of {0}")
    @ValueSource(ints = {2, 3})
    void theTimeSignalOfOneIsNoFault(int count) {
        for (int odd = 0; odd < count; odd++) {
            List<Spectrogram> heard = new ArrayList<>(onAir(0, 0, 0, count));
            Spectrogram sent = programme.with(57, 66, foreign).tones(60, 6, 1.0);
            heard.set(odd, sent.received(3 * odd - 3, 40, 10 + odd));

            assertThat(compared(heard)).as("%d", odd).isEmpty();
        }
    }

    private List<Finding> compared(int odd, int fromS, int toS, int count) {
        return compared(onAir(odd, fromS, toS, count));
    }

    /** What is heard in so many places, in one of which something else is on for some time. */
    private List<Spectrogram> onAir(int odd, int fromS, int toS, int count) {
        List<Spectrogram> heard = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            Spectrogram sent = place == odd && toS > fromS ? programme.with(fromS, toS, foreign) : programme;
            heard.add(sent.received(3 * place - 3, 20, 10 + place));
        }
        return heard;
    }

    private List<Finding> compared(List<Spectrogram> heard) {
        return compared(heard, LATE_S);
    }

    private List<Finding> compared(List<Spectrogram> heard, double[] lateS) {
        List<Place> places = new ArrayList<>();
        for (int place = 0; place < heard.size(); place++) {
            Subject subject = PLACES.get(place);
            places.add(new Place(subject, subject.feed() + "-91.4", lateS[place], heard.get(place), null));
        }
        return Places.compared(new PeerDetector(ConditionTimes.ofSeconds(3, 6, 3), schedule, ""), places);
    }
}
