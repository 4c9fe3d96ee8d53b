package io.bandwatch.detectors.rds;

import io.bandwatch.detectors.rds.application.DabEnsemble;
import io.bandwatch.detectors.rds.frequency.AlternativeFrequencies;
import io.bandwatch.detectors.rds.station.CallSign;
import io.bandwatch.detectors.rds.station.ClockTime;
import io.bandwatch.detectors.rds.station.OtherNetwork;
import io.bandwatch.detectors.rds.station.ProgrammeFlags;
import io.bandwatch.detectors.rds.station.RdsStation;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts after a group, by the names of the reference. */
record Shown(RdsStation station, RdsReception reception, int[] words) {

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        int b = words[1];
        put(values, "group", (b >> 12) + ((b & 0x0800) == 0 ? "A" : "B"));
        put(values, "groups", reception.groups());
        put(values, "bler", reception.blockErrorRate());
        Integer pi = station.pi();
        put(values, "pi", hex(pi, 4));
        CallSign call = pi == null ? null : CallSign.of(pi);
        if (call != null) {
            put(values, call.certain() ? "callsign" : "callsign_uncertain", call.letters());
        }
        texts(values);
        flags(values);
        others(values);
        return values;
    }

    private void texts(Map<String, Object> values) {
        put(values, "ps", station.ps());
        put(values, "radiotext", station.radioText());
        put(values, "partial_radiotext", station.partialRadioText());
        Character flag = station.radioTextFlag();
        put(values, "rt_ab", flag == null ? null : flag.toString());
        put(values, "long_ps", station.longPs());
        put(values, "enhanced_radiotext", station.enhancedRadioText());
        String transparent = station.transparentText();
        put(values, "transparent_data", transparent == null ? null : Map.of("full_text", transparent));
        put(values, "slc_broadcaster_bits", hex(station.labels().broadcasterBits(), 3));
        ClockTime clock = station.labels().clock();
        put(
                values,
                "clock_time",
                clock == null
                        ? null
                        : DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                                .format(clock.local()));
    }

    private void flags(Map<String, Object> values) {
        ProgrammeFlags flags = station.flags();
        put(values, "prog_type", flags.programmeTypeName());
        put(values, "tp", flags.trafficProgramme());
        put(values, "ta", flags.trafficAnnouncement());
        put(values, "is_music", flags.music());
        Map<String, Object> decoder = new HashMap<>();
        put(decoder, "stereo", flags.stereo());
        put(decoder, "artificial_head", flags.artificialHead());
        put(decoder, "compressed", flags.compressed());
        put(decoder, "dynamic_pty", flags.dynamicProgrammeType());
        put(values, "di", decoder);
    }

    private void others(Map<String, Object> values) {
        for (AlternativeFrequencies list : station.alternatives()) {
            String method = list.transmitterKhz() == null ? "alt_frequencies_a" : "alt_frequencies_b";
            put(values, method, Arrays.stream(list.sameProgrammeKhz()).boxed().toList());
        }
        DabEnsemble dab = station.ensemble();
        if (dab != null) {
            Map<String, Object> ensemble = new HashMap<>();
            put(ensemble, "channel", dab.block());
            put(ensemble, "kilohertz", dab.frequencyKhz());
            put(values, "dab", ensemble);
        }
        for (OtherNetwork network : station.otherNetworks()) {
            Map<String, Object> other = new HashMap<>();
            put(other, "pi", hex(network.piCode(), 4));
            put(other, "tp", network.trafficProgramme());
            put(other, "ta", network.trafficAnnouncement());
            put(
                    other,
                    "alt_frequencies",
                    Arrays.stream(network.frequenciesKhz()).boxed().toList());
            put(values, "other_network", other);
        }
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable String hex(@Nullable Integer number, int digits) {
        return number == null ? null : String.format(Locale.ROOT, "0x%0" + digits + "X", number);
    }
}
