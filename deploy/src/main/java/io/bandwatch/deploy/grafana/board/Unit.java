package io.bandwatch.deploy.grafana.board;

/** Units as Grafana names them. What Grafana does not know is a suffix. */
public enum Unit {
    HERTZ("hertz"),
    DB("dB"),
    DBFS("suffix: dBFS"),
    DBR("suffix: dBr"),
    LUFS("suffix: LUFS"),
    SHARE("percentunit"),
    SECONDS("s"),
    BITS_PER_SECOND("bps"),
    PPM("ppm"),
    MEGAHERTZ("suffix: MHz"),
    MOMENT("dateTimeAsIso"),
    DEGREES("degree"),
    COUNT("short"),
    /** Texts, and numbers whose unit stands in another column. */
    NONE("none");

    private final String code;

    Unit(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The unit of a column, by the ending of its name. */
    static Unit of(String column) {
        String name = column.replaceFirst("_(min|max)$", "");
        int end = name.lastIndexOf('_');
        return switch (end < 0 ? name : name.substring(end + 1)) {
            case "hz" -> HERTZ;
            case "db" -> DB;
            case "dbfs" -> DBFS;
            case "dbr" -> DBR;
            case "lufs" -> LUFS;
            case "share", "occupancy", "confidence", "stereo", "rate" -> SHARE;
            case "s" -> SECONDS;
            case "bps" -> BITS_PER_SECOND;
            case "ppm" -> PPM;
            case "ms" -> MOMENT;
            case "latitude", "longitude" -> DEGREES;
            case "samples",
                    "packets",
                    "datagrams",
                    "blocks",
                    "drops",
                    "errors",
                    "restarts",
                    "openings",
                    "pictures",
                    "open",
                    "count",
                    "points" -> COUNT;
            default -> NONE;
        };
    }
}
