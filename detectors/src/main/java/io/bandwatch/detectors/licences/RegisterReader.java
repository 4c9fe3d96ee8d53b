package io.bandwatch.detectors.licences;

import io.bandwatch.detectors.licences.csv.CsvRow;
import io.bandwatch.detectors.licences.csv.CsvTable;
import io.bandwatch.detectors.licences.csv.Reading;
import io.bandwatch.detectors.licences.csv.TextVersion;
import io.bandwatch.signal.ChannelRaster;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the FM register, all of it or nothing. */
final class RegisterReader {
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "frequency_mhz",
            "class",
            "site",
            "latitude",
            "longitude",
            "erp_w",
            "stereo",
            "pi",
            "ps",
            "programme",
            "hours",
            "valid_from",
            "valid_to",
            "approval",
            "profile");
    private static final List<String> COMPULSORY = List.of("id", "name", "frequency_mhz", "class");
    private static final double HZ_PER_MHZ = 1e6;
    private static final double MOST_POWER_W = 1e7;

    private final ZoneId zone;

    RegisterReader(ZoneId zone) {
        this.zone = zone;
    }

    Reading<LicenceRegister> read(byte[] csv) {
        CsvTable table = CsvTable.of(csv, COLUMNS, COMPULSORY);
        List<LicenceEntry> entries = new ArrayList<>();
        Map<String, Long> lineOfId = new HashMap<>();
        for (CsvRow row : table.rows()) {
            int problemsBefore = table.problems().size();
            LicenceEntry entry = entry(row);
            Long first = entry.id().isEmpty() ? null : lineOfId.putIfAbsent(entry.id(), row.line());
            if (first != null) {
                row.complain("id '" + entry.id() + "' stands already in line " + first);
            }
            if (table.problems().size() == problemsBefore) {
                entries.add(entry);
            }
        }
        return table.problems().isEmpty()
                ? Reading.of(new LicenceRegister(entries, TextVersion.of(csv)))
                : Reading.refused(table.problems());
    }

    /** The entry that a row stands for; worthless if the row left a problem behind. */
    private LicenceEntry entry(CsvRow row) {
        Instant validFrom = row.from("valid_from", zone);
        Instant validTo = row.to("valid_to", zone);
        if (validFrom != null && validTo != null && !validFrom.isBefore(validTo)) {
            row.complain(
                    "valid_to '" + row.text("valid_to") + "' is before valid_from '" + row.text("valid_from") + "'");
        }
        return new LicenceEntry(
                orEmpty(row.compulsory("id")),
                orEmpty(row.compulsory("name")),
                frequencyHz(row),
                stationClass(row),
                row.text("site"),
                row.number("latitude", -90, 90),
                row.number("longitude", -180, 180),
                row.number("erp_w", 0, MOST_POWER_W),
                row.yesOrNo("stereo"),
                row.programmeIdentification("pi"),
                row.text("ps"),
                row.text("programme"),
                hours(row),
                validFrom,
                validTo,
                row.text("approval"),
                profile(row));
    }

    private static double frequencyHz(CsvRow row) {
        row.compulsory("frequency_mhz");
        Double mhz = row.number(
                "frequency_mhz", ChannelRaster.FM.firstHz() / HZ_PER_MHZ, ChannelRaster.FM.lastHz() / HZ_PER_MHZ);
        return mhz == null ? Double.NaN : Math.rint(mhz * HZ_PER_MHZ);
    }

    private static StationClass stationClass(CsvRow row) {
        String word = row.compulsory("class");
        for (StationClass candidate : StationClass.values()) {
            if (candidate.code().equals(word)) {
                return candidate;
            }
        }
        if (word != null) {
            row.complain("class '" + word + "' is none of "
                    + Arrays.stream(StationClass.values())
                            .map(StationClass::code)
                            .collect(Collectors.joining(" ")));
        }
        return StationClass.BROADCAST;
    }

    private static StationProfile profile(CsvRow row) {
        String word = row.text("profile");
        for (StationProfile candidate : StationProfile.values()) {
            if (candidate.code().equals(word)) {
                return candidate;
            }
        }
        if (word != null) {
            row.complain("profile '" + word + "' is none of "
                    + Arrays.stream(StationProfile.values())
                            .map(StationProfile::code)
                            .collect(Collectors.joining(" ")));
        }
        return StationProfile.STANDARD;
    }

    private HoursOnAir hours(CsvRow row) {
        String text = row.text("hours");
        if (text == null) {
            return HoursOnAir.ALWAYS;
        }
        try {
            return HoursReader.read(text, zone);
        } catch (IllegalArgumentException e) {
            row.complain("hours '" + text + "': " + e.getMessage());
            return HoursOnAir.ALWAYS;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
