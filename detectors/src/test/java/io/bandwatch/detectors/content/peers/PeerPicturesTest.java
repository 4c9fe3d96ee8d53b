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
import io.bandwatch.detectors.content.ContentLook;
import io.bandwatch.detectors.content.Show;
import io.bandwatch.detectors.content.Spectrogram;
import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.ledger.InsertionKind;
import io.bandwatch.detectors.content.ledger.InsertionSchedule;
import io.bandwatch.detectors.content.peers.Places.Place;
import io.bandwatch.signal.av.PicturePrint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services of one programme, and stations that carry its sound: who has other pictures, other sound, or both? */
class PeerPicturesTest {
    private static final int LENGTH_S = 110;
    private static final int FROM_S = 60;
    private static final int TO_S = 80;

    /** How much later each place is, s. */
    private static final double[] LATE_S = {2.4, 0, 5.8, 1.2};

    private final Spectrogram sound = Spectrogram.of(LENGTH_S, 1);
    private final Spectrogram otherSound = Spectrogram.of(LENGTH_S, 2);
    private final Show show = Show.of(LENGTH_S, 3);
    private final Show otherShow = Show.of(LENGTH_S, 4);
    private final List<Place> places = new ArrayList<>();

    @ParameterizedTest(name = "service {0}, sound {1}, pictures {2}")
    @CsvSource({
        "0, false, true", "1, false, true", "2, false, true",
        "0, true, true", "1, true, true", "2, true, true",
        "1, true, false"
    })
    void theOddOneOutIsNamedWithWhatDiffers(int odd, boolean soundReplaced, boolean pictureReplaced) {
        for (int place = 0; place < 3; place++) {
            service(place, place == odd && soundReplaced, place == odd && pictureReplaced);
        }

        List<Finding> findings = compared();

        // who compares all with the first accuses both others where it is the first that is wrong
        expectOdd(findings, odd, soundReplaced, pictureReplaced);
        assertThat(at(findings.get(0).at()) - LATE_S[2]).as("told at").isBetween(FROM_S + 0.0, FROM_S + 8.0);
    }

    /** With other sound in each place, as commentators of several languages are, the pictures find each other alone. */
    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, true", "0, false", "2, false"})
    void twoMinutesApartTheyAreComparedAllTheSame(int odd, boolean sameSound) {
        int lengthS = 320;
        double[] late = {41.2, 0, 118};
        Show seen = Show.of(lengthS, 3);
        Show other = Show.of(lengthS, 4);
        for (int place = 0; place < 3; place++) {
            places.add(new Place(
                    subject(place),
                    Integer.toString(place + 1),
                    late[place],
                    Spectrogram.of(lengthS, sameSound ? 1 : 50 + place).received(0, 20, 10 + place),
                    (place == odd ? seen.with(150, 170, other) : seen).spoiled(0.05, 20 + place)));
        }

        List<Finding> findings = compared();

        assertThat(findings).extracting(Finding::subject).containsOnly(subject(odd));
        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.INSERTED_CONTENT);
        assertThat(at(findings.get(0).since()) - late[odd]).as("begin").isCloseTo(150, within(1.0));
        assertThat(at(findings.get(0).at()) - late[2]).as("told at").isBetween(150.0, 158.0);
        assertThat(at(findings.get(findings.size() - 1).until()) - late[odd])
                .as("end")
                .isCloseTo(170, within(1.0));
    }

    @Test
    void whatIsTheSameEverywhereIsNoFaultThoughComparedAtOneTimeItSeemsToDiffer() {
        for (int place = 0; place < 3; place++) {
            service(place, false, false);
        }

        assertThat(compared()).isEmpty();
        // without the delays between them, the same pictures look like others nearly always
        assertThat(shareOfSecondsThatDiffer(places.get(0), places.get(1), 0)).isGreaterThan(0.7);
        assertThat(shareOfSecondsThatDiffer(places.get(0), places.get(1), LATE_S[0] - LATE_S[1]))
                .isZero();
    }

    @Test
    void ofTwoThatDifferInPicturesNobodyIsAccused() {
        service(0, false, false);
        service(1, false, true);

        expectNobody(compared(), ReasonCode.PICTURE_DIFFERS);
    }

    @Test
    void ofTwoThatDifferInBothOneIncidentTells() {
        service(0, false, false);
        service(1, true, true);

        expectNobody(compared(), ReasonCode.SOUND_AND_PICTURE_DIFFER);
    }

    @Test
    void theSoundOfStationsTellsWhichOfTwoServicesIsWrong() {
        service(0, true, true);
        service(1, false, false);
        station(2);
        station(3);

        expectOdd(compared(), 0, true, true);
    }

    @Test
    void whereOnlyPicturesDifferStationsCannotTell() {
        service(0, false, true);
        service(1, false, false);
        station(2);
        station(3);

        expectNobody(compared(), ReasonCode.PICTURE_DIFFERS);
    }

    @Test
    void otherSoundInOneAndOtherPicturesInAnotherAreTwoFaults() {
        service(0, true, false);
        service(1, false, true);
        service(2, false, false);

        List<Finding> findings = compared();

        expectOdd(of(0, findings), 0, true, false);
        expectOdd(of(1, findings), 1, false, true);
        assertThat(of(2, findings)).isEmpty();
    }

    @Test
    void whoseSoundIsBackBeforeItsPicturesIsNamedUntilTheyAre() {
        Spectrogram heard = sound.with(FROM_S, FROM_S + 8, otherSound);
        Show seen = show.with(FROM_S, TO_S, otherShow);
        places.add(new Place(subject(0), "1", LATE_S[0], heard, seen));
        service(1, false, false);
        station(2);
        station(3);

        expectOdd(compared(), 0, true, true);
    }

    @Test
    void whatIsAllowedInOneOfTwoIsNoFaultOfAnybody() {
        service(0, true, true);
        service(1, false, false);
        ContentLook announced = ContentLook.of(new AuthorisedInsertion(
                "splice",
                subject(0),
                InsertionKind.SPLICE,
                START,
                START.plusMillis(Math.round(1000 * (FROM_S + LATE_S[0]))),
                START.plusMillis(Math.round(1000 * (TO_S + LATE_S[0]))),
                "255",
                null,
                false));

        assertThat(compared()).isNotEmpty();
        assertThat(compared(announced)).isEmpty();
    }

    private void service(int place, boolean soundReplaced, boolean pictureReplaced) {
        Spectrogram heard = soundReplaced ? sound.with(FROM_S, TO_S, otherSound) : sound;
        Show seen = pictureReplaced ? show.with(FROM_S, TO_S, otherShow) : show;
        places.add(new Place(
                subject(place),
                Integer.toString(place + 1),
                LATE_S[place],
                heard.received(3 * place - 3, 20, 10 + place),
                seen.spoiled(0.05, 20 + place)));
    }

    private void station(int place) {
        Subject subject = Subject.carrier("tower", 91_400_000 + 1_000_000L * place, 0);
        places.add(new Place(subject, "S" + place, LATE_S[place], sound.received(0, 20, 10 + place), null));
    }

    private static Subject subject(int place) {
        return Subject.service("mux", place + 1);
    }

    private List<Finding> compared(ContentLook... before) {
        PeerDetector detector = new PeerDetector(ConditionTimes.ofSeconds(3, 6, 3), InsertionSchedule.NONE, "");
        return Places.compared(detector, places, before);
    }

    private static List<Finding> of(int place, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.subject().equals(subject(place)))
                .toList();
    }

    private static void expectOdd(List<Finding> findings, int odd, boolean soundReplaced, boolean pictureReplaced) {
        assertThat(findings).extracting(Finding::subject).containsOnly(subject(odd));
        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.INSERTED_CONTENT);
        ReasonCode where = !pictureReplaced
                ? ReasonCode.SOUND_DIFFERS
                : soundReplaced ? ReasonCode.SOUND_AND_PICTURE_DIFFER : ReasonCode.PICTURE_DIFFERS;
        expectOneIncident(findings, LATE_S[odd], ReasonCode.DIFFERS_FROM_MOST, where);
    }

    private void expectNobody(List<Finding> findings, ReasonCode where) {
        assertThat(findings).extracting(Finding::kind).containsOnly(IncidentKind.PROGRAMME_MISMATCH);
        assertThat(findings)
                .extracting(Finding::subject)
                .as("who was there first")
                .containsOnly(subject(1));
        expectOneIncident(findings, LATE_S[1], ReasonCode.DIFFERS_FROM_OTHER, where);
        assertThat(findings.get(0).reasons()[0].arguments()[0]).isEqualTo("mux 1");
    }

    private static void expectOneIncident(List<Finding> findings, double lateS, ReasonCode first, ReasonCode where) {
        assertThat(findings).extracting(Finding::phase).containsOnlyOnce(Finding.Phase.RAISED);
        Finding raised = findings.get(0);
        Finding last = findings.get(findings.size() - 1);
        assertThat(last.phase()).as("no second presence").isIn(Finding.Phase.PAUSED, Finding.Phase.ENDED);
        assertThat(findings).extracting(Finding::phase).doesNotContain(Finding.Phase.RESUMED);
        assertThat(Arrays.stream(last.reasons()).map(reason -> reason.code())).containsExactly(first, where);
        assertThat(at(raised.since()) - lateS).as("begin").isCloseTo(FROM_S, within(1.0));
        assertThat(at(last.until()) - lateS).as("end").isCloseTo(TO_S, within(1.0));
    }

    /** As a rule would see it that compares second by second what is there at one time, or so much later. */
    private static double shareOfSecondsThatDiffer(Place one, Place other, double laterS) {
        int apart = one.lateLooks() - other.lateLooks() - (int) Math.round(laterS * 5);
        int differing = 0;
        int seconds = 0;
        for (int look = 20; look + 25 < one.looks(); look += 5) {
            int wrong = 0;
            int compared = 0;
            for (int i = look; i < look + 5; i++) {
                long[] here = one.look(i).prints();
                long[] there = other.look(i + apart).prints();
                for (int at = 0; at < here.length; at += PicturePrint.LONGS) {
                    wrong += PicturePrint.wrong(here, at, there, at);
                    compared += PicturePrint.compared(here, at, there, at);
                }
            }
            differing += wrong > 0.24 * compared ? 1 : 0;
            seconds++;
        }
        return (double) differing / seconds;
    }
}
