package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.application.Applications;
import io.bandwatch.detectors.rds.frequency.FrequencyLists;
import io.bandwatch.detectors.rds.sync.Group;
import io.bandwatch.detectors.rds.text.NameAssembly;
import io.bandwatch.detectors.rds.text.TextAssembly;

/** Takes groups one by one, from a state to a state. Lives for one frame; not thread-safe. */
public final class StationRun {
    private PiVote pi;
    private ProgrammeFlags flags;
    private NameAssembly name;
    private TextAssembly radioText;
    private StationTexts otherTexts;
    private FrequencyLists frequencies;
    private StationLabels labels;
    private Applications applications;
    private OtherNetworks networks;
    private final long[] seenNs;
    private long groups;
    private long lastSlot;

    public StationRun(StationState state) {
        pi = state.pi();
        flags = state.flags();
        name = state.name();
        radioText = state.radioText();
        otherTexts = state.otherTexts();
        frequencies = state.frequencies();
        labels = state.labels();
        applications = state.applications();
        networks = state.networks();
        seenNs = state.seenNs().clone();
        groups = state.groups();
        lastSlot = state.lastSlot();
    }

    /** Takes in a group, readable or not. */
    public void accept(Group group) {
        PiVote vote = pi.with(group);
        if (pi.isKnown() && vote.code() != pi.code()) {
            forget();
        }
        pi = vote;
        boolean readable = group.has(Group.B) && pi.admits(group);
        if (!readable || group.slot() != lastSlot + 1) {
            interrupt();
        }
        lastSlot = group.slot();
        if (pi.isShownBy(group)) {
            seen(Fact.PI, group);
        }
        if (readable) {
            groups++;
            decode(group);
        }
    }

    private void interrupt() {
        name = name.interrupted();
        frequencies = frequencies.interrupted();
        networks = networks.interrupted();
    }

    private void decode(Group group) {
        if (group.isExact(Group.B)) {
            flags = flags.with(group);
            seen(Fact.FLAGS, group);
        }
        switch (group.type()) {
            case 0 -> decodeBasic(group);
            case 2 -> decodeRadioText(group);
            default -> {
                if (group.isExact(Group.B) && group.isExact(Group.C) && group.isExact(Group.D)) {
                    decodeExact(group);
                } else if (group.type() == 14) {
                    networks = networks.interrupted();
                }
            }
        }
    }

    private void decodeBasic(Group group) {
        if (group.has(Group.D)) {
            name = name.with(group.tail() & 3, group.word(Group.D), group.isExact(Group.B) && group.isExact(Group.D));
            seen(Fact.NAME, group);
        } else {
            name = name.interrupted();
        }
        if (group.isVersionB() && group.isExact(Group.B)) {
            return;
        }
        if (group.isExact(Group.B) && group.isExact(Group.C)) {
            frequencies = frequencies.with(group.word(Group.C));
            seen(Fact.FREQUENCIES, group);
        } else {
            frequencies = frequencies.interrupted();
        }
    }

    private void decodeRadioText(Group group) {
        boolean shortSegments = group.isVersionB();
        if (!group.has(Group.D) || (!shortSegments && !group.has(Group.C))) {
            return;
        }
        boolean exact = group.isExact(Group.B) && group.isExact(Group.D) && (shortSegments || group.isExact(Group.C));
        int content = shortSegments ? group.word(Group.D) : (group.word(Group.C) << 16) | group.word(Group.D);
        radioText = radioText.with(group.tail() >> 4, shortSegments ? 2 : 4, group.tail() & 15, content, exact);
        seen(Fact.RADIO_TEXT, group);
    }

    private void decodeExact(Group group) {
        if (applications.concerns(group)) {
            applications = applications.with(group, radioText);
            seen(Fact.APPLICATIONS, group);
            return;
        }
        if (group.type() == 1) {
            labels = labels.withLabels(group);
            seen(Fact.LABELS, group);
        } else if (group.type() == 14) {
            networks = networks.with(group);
            seen(Fact.NETWORKS, group);
        } else if (!group.isVersionB()) {
            decodeVersionA(group);
        }
    }

    private void decodeVersionA(Group group) {
        switch (group.type()) {
            case 4 -> {
                labels = labels.withClock(group);
                seen(Fact.LABELS, group);
            }
            case 10 -> {
                otherTexts = otherTexts.withTypeName(group);
                seen(Fact.OTHER_TEXTS, group);
            }
            case 15 -> {
                otherTexts = otherTexts.withLongName(group);
                seen(Fact.OTHER_TEXTS, group);
            }
            default -> {
                // groups of applications that nobody announced
            }
        }
    }

    private void seen(Fact fact, Group group) {
        seenNs[fact.place()] = group.timeNs();
    }

    /** Forgets what was not said for too long. */
    public void expire(long nowNs, Lifetimes lifetimes) {
        for (Fact fact : Fact.values()) {
            long seen = seenNs[fact.place()];
            if (seen != 0 && nowNs - seen > fact.lifetime(lifetimes).toNanos()) {
                expire(fact);
            }
        }
    }

    private void expire(Fact fact) {
        seenNs[fact.place()] = 0;
        switch (fact) {
            case PI -> {
                pi = PiVote.NONE;
                forget();
            }
            case FLAGS -> flags = ProgrammeFlags.NONE;
            case NAME -> name = NameAssembly.NONE;
            case RADIO_TEXT -> radioText = TextAssembly.NONE;
            case OTHER_TEXTS -> otherTexts = StationTexts.NONE;
            case FREQUENCIES -> frequencies = FrequencyLists.NONE;
            case LABELS -> labels = StationLabels.NONE;
            case APPLICATIONS -> applications = Applications.NONE;
            case NETWORKS -> networks = OtherNetworks.NONE;
        }
    }

    // what one station said is not of the next
    private void forget() {
        for (Fact fact : Fact.values()) {
            if (fact != Fact.PI) {
                expire(fact);
            }
        }
    }

    public StationState state() {
        return new StationState(
                pi,
                flags,
                name,
                radioText,
                otherTexts,
                frequencies,
                labels,
                applications,
                networks,
                seenNs,
                groups,
                lastSlot);
    }
}
