package io.bandwatch.detectors.rds.station;

import java.time.Duration;

/** What expires together. */
enum Fact {
    PI(0),
    FLAGS(1),
    NAME(2),
    RADIO_TEXT(3),
    OTHER_TEXTS(4),
    FREQUENCIES(5),
    LABELS(6),
    APPLICATIONS(7),
    NETWORKS(8);

    static final int COUNT = 9;

    private final int place;

    Fact(int place) {
        this.place = place;
    }

    /** Place in the array of times that a state keeps; never changes. */
    int place() {
        return place;
    }

    Duration lifetime(Lifetimes lifetimes) {
        return switch (this) {
            case PI -> lifetimes.station();
            case FLAGS, NAME -> lifetimes.basics();
            case RADIO_TEXT, OTHER_TEXTS -> lifetimes.texts();
            case FREQUENCIES, LABELS, APPLICATIONS, NETWORKS -> lifetimes.slow();
        };
    }
}
