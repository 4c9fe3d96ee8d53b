package io.bandwatch.alerts;

import io.bandwatch.detectors.IncidentKind;
import io.bandwatch.detectors.Reason;
import io.bandwatch.detectors.ReasonCode;
import io.bandwatch.detectors.Severity;
import io.bandwatch.detectors.Subject;
import io.bandwatch.detectors.Verdict;
import io.bandwatch.detectors.rds.application.OpenDataApplication;
import io.bandwatch.detectors.rds.application.RadioTextTag;
import io.bandwatch.detectors.rds.frequency.AlternativeFrequencies;
import io.bandwatch.detectors.rds.station.OtherNetwork;
import io.bandwatch.detectors.rds.station.ProgrammeFlags;
import io.bandwatch.detectors.rds.station.RdsStation;
import io.bandwatch.detectors.rds.station.StationLabels;
import io.bandwatch.detectors.reception.DeviationHistogram;
import io.bandwatch.detectors.reception.KindTotals;
import io.bandwatch.detectors.reception.Modulation;
import io.bandwatch.detectors.rf.survey.FeedAccount;
import io.bandwatch.detectors.rf.survey.SpectrumSummary;
import io.bandwatch.detectors.schedule.DailyWindow;
import io.bandwatch.detectors.schedule.ExpectedWindow;
import io.bandwatch.detectors.schedule.OnAirSpan;
import io.bandwatch.detectors.schedule.OnAirTimes;
import io.bandwatch.detectors.schedule.Schedule;
import io.bandwatch.detectors.sound.SoundFigures;
import io.bandwatch.detectors.verdict.CarrierRecord;
import io.bandwatch.signal.InputAccount;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records to write and to read back. */
public final class Samples {
    public static final Instant START = Instant.parse("2026-03-01T20:00:00Z");
    private static final long NS_PER_S = 1_000_000_000L;

    private static final SoundFigures SOUND =
            new SoundFigures(-14.26, -16.04, -9.87, Double.NaN, 7.44, -1.26, 0.412, 0.01234);
    private static final Modulation HEARD = new Modulation(
            71_234.5,
            12_345.6,
            -1.23,
            60,
            true,
            true,
            true,
            6_750.2,
            true,
            SOUND,
            station(),
            0.01128,
            60,
            DeviationHistogram.EMPTY);

    /** Six nights of seven, and the next. */
    private static final OnAirTimes NIGHTS = new OnAirTimes(
            new OnAirSpan[] {
                new OnAirSpan(START.minusSeconds(86_400), START.minusSeconds(80_000), true, true),
                new OnAirSpan(START, START.plusSeconds(4), true, false)
            },
            true,
            new Schedule("Asia/Shanghai", new DailyWindow[] {
                new DailyWindow(73_875, 26_870, 75, 45, 6, 7, new DayOfWeek[0], 0),
                new DailyWindow(43_200, 46_800, 0, 0, 4, 4, new DayOfWeek[] {DayOfWeek.SATURDAY, DayOfWeek.SUNDAY}, 0)
            }),
            new ExpectedWindow(Instant.parse("2026-03-02T12:31:15Z"), Instant.parse("2026-03-02T23:27:50Z"), 75, 45));

    private Samples() {}

    public static CarrierRecord carrier(String feed, long channelHz, Verdict verdict) {
        return carrier(feed, channelHz, verdict, null);
    }

    private static RdsStation station() {
        return new RdsStation(
                0xC201,
                "CITY 971",
                3,
                "News at eight",
                'A',
                null,
                new ProgrammeFlags(10, true, false, true, true, null, null, null),
                null,
                null,
                null,
                new AlternativeFrequencies[] {new AlternativeFrequencies(null, new int[] {98_600, 97_100}, new int[0])},
                new StationLabels(0xF0, null, null, null, null, null),
                new OpenDataApplication[0],
                new RadioTextTag[] {new RadioTextTag(1, "News")},
                null,
                null,
                new OtherNetwork[0],
                null);
    }

    /** A record of the whole recording, or of interval number {@code second}. */
    public static CarrierRecord carrier(String feed, long channelHz, Verdict verdict, @Nullable Integer second) {
        return carrier(feed, channelHz, verdict, second, null);
    }

    /** One that a timer switches. */
    public static CarrierRecord nightly(String feed, long channelHz) {
        return carrier(feed, channelHz, Verdict.UNLICENSED, null, NIGHTS);
    }

    private static CarrierRecord carrier(
            String feed, long channelHz, Verdict verdict, @Nullable Integer second, @Nullable OnAirTimes onAir) {
        boolean unlicensed = verdict == Verdict.UNLICENSED;
        return new CarrierRecord(
                feed,
                second != null,
                START.plusSeconds(second == null ? 0 : second),
                second == null ? 4 * NS_PER_S : NS_PER_S,
                channelHz,
                0,
                channelHz + 30_000.4,
                -31.26,
                22.349,
                unlicensed ? Double.NaN : 181_234.5,
                0.97531,
                verdict,
                0.912,
                new Reason[] {
                    unlicensed
                            ? Reason.of(ReasonCode.NO_REGISTER_ENTRY, Reason.Weight.DECISIVE, "98.13", "100")
                            : Reason.of(ReasonCode.REGISTER_ENTRY, Reason.Weight.DECISIVE, "FM-1", "City", "broadcast")
                },
                unlicensed ? null : "FM-1",
                true,
                unlicensed ? Modulation.UNKNOWN : HEARD,
                unlicensed ? KindTotals.NOTHING : new KindTotals(4, 0, 0, 0),
                onAir);
    }

    public static Incident incident(String feed, long channelHz, IncidentPhase phase) {
        boolean closed = phase == IncidentPhase.CLOSED;
        return new Incident(
                "unlicensed-carrier-" + channelHz + "-0123456789ab",
                IncidentKind.UNLICENSED_CARRIER,
                Subject.carrier(feed, channelHz, 0),
                Severity.WARNING,
                phase,
                START,
                START.plusMillis(3_200),
                closed ? START.plusSeconds(40) : null,
                START.plusSeconds(closed ? 60 : 3),
                List.of(new Presence(START, closed ? START.plusSeconds(40) : null)),
                22.349,
                6,
                "dB",
                new Reason[] {Reason.of(ReasonCode.NO_REGISTER_ENTRY, Reason.Weight.DECISIVE, "98.13", "100")},
                "abc");
    }

    public static FeedAccount account(String feed, boolean timeKnown) {
        return new FeedAccount(
                feed, START, 4_200_000_000L, timeKnown, new InputAccount(10_080_000, 4_200_000_000L, 3, 1, 0, 0));
    }

    /** A small picture: 200 points of 10 kHz from 97 MHz, with a carrier in the middle, over 8 rows. */
    public static SpectrumSummary spectrum(String feed) {
        int points = 200;
        int rows = 8;
        float[] mean = new float[points];
        float[] max = new float[points];
        float[] waterfall = new float[points * rows];
        for (int i = 0; i < points; i++) {
            mean[i] = Math.abs(i - 100) < 9 ? -70 : -110 + i % 3;
            max[i] = mean[i] + 4;
            for (int row = 0; row < rows; row++) {
                waterfall[row * points + i] = mean[i] + row % 2;
            }
        }
        return new SpectrumSummary(
                feed, START, 4 * NS_PER_S, true, 97e6, 10e3, mean, max, rows, NS_PER_S / 2, waterfall);
    }
}
