package io.bandwatch.detectors.rds.station;

import java.util.List;

/** English names of the programme types (IEC 62106-4, table of programme type codes; not the North American ones). */
final class ProgrammeTypes {
    private static final List<String> NAMES = List.of(
            "None",
            "News",
            "Current affairs",
            "Information",
            "Sport",
            "Education",
            "Drama",
            "Culture",
            "Science",
            "Varied",
            "Pop music",
            "Rock music",
            "Easy listening",
            "Light classical",
            "Serious classical",
            "Other music",
            "Weather",
            "Finance",
            "Children's programmes",
            "Social affairs",
            "Religion",
            "Phone-in",
            "Travel",
            "Leisure",
            "Jazz music",
            "Country music",
            "National music",
            "Oldies music",
            "Folk music",
            "Documentary",
            "Alarm test",
            "Alarm");

    private ProgrammeTypes() {}

    static String name(int programmeType) {
        return NAMES.get(programmeType);
    }
}
