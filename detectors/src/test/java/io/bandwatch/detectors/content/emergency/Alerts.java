package io.bandwatch.detectors.content.emergency;

/** Alerts as an emergency centre sends them. */
final class Alerts {
    private Alerts() {}

    static String alert(String identifier, String type, String references, String infos) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                <identifier>%s</identifier><sender>office</sender>
                <sent>2026-05-01T20:00:00+08:00</sent>
                <status>Actual</status>
                <msgType>%s</msgType><scope>Public</scope>%s
                %s
                </alert>
                """
                .formatted(identifier, type, references, infos);
    }

    /** Between 12:01 and 12:11 UTC, for a station that is named, a square of a degree and a circle of 25 km. */
    static String flood(String station) {
        return """
                <info>
                <language>zh-CN</language>
                <effective>2026-05-01T12:01:00Z</effective>
                <expires>2026-05-01T12:11:00Z</expires>
                <category>Met</category><event>flood</event>
                <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
                <headline>洪水预警</headline>
                <parameter><valueName>station</valueName><value>%s</value></parameter>
                <area><areaDesc>two districts</areaDesc>
                <polygon>30.0,121.0 31.0,121.0 31.0,122.0 30.0,122.0 30.0,121.0</polygon>
                <circle>31.2,121.4 25</circle>
                </area>
                <area><areaDesc>and a county without a line</areaDesc></area>
                </info>"""
                .formatted(station);
    }
}
