package io.bandwatch.samples.ts;

import io.bandwatch.samples.ts.TsPart.Content;
import io.bandwatch.signal.ts.TsIndicator;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Faults of TR 101 290, each with the indicators that must show it and no others. A sync byte cannot be lost for long without
 * being wrong, nor a sound be missing without its presentation times, nor a reference come late without a step of its clock:
 * those come in pairs.
 */
public enum FaultKind {
    SYNC_LOSS(3, TsIndicator.TS_SYNC_LOSS, TsIndicator.SYNC_BYTE_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(
                    withhold(part -> true, startNs), alter(FaultKind::isStuffing, startNs, Edits::wrongSyncByte));
        }
    },
    SYNC_BYTE(1, TsIndicator.SYNC_BYTE_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(alter(part -> true, startNs, Edits::wrongSyncByte));
        }
    },
    PAT_MISSING(700, TsIndicator.PAT_ERROR_2) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.PAT), startNs));
        }
    },
    PAT_WRONG(100, TsIndicator.PAT_ERROR_2) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(alter(table(SampleTables.PAT), startNs, Edits::wrongTableId));
        }
    },
    PACKET_LOST(40, TsIndicator.CONTINUITY_COUNT_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(once(part -> isFirstPicture(part, Content.UNIT), startNs, Edits::loss));
        }
    },
    PMT_MISSING(700, TsIndicator.PMT_ERROR_2) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(part -> part.pid() == FIRST.pmtPid(), startNs));
        }
    },
    SOUND_MISSING(6000, TsIndicator.PID_ERROR, TsIndicator.PTS_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(part -> part.pid() == FIRST.audioPid(), startNs));
        }
    },
    TRANSPORT_ERROR(1000, TsIndicator.TRANSPORT_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(once(FaultKind::isStuffing, startNs, Edits::transportError));
        }
    },
    CRC(1000, TsIndicator.CRC_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(once(table(SampleTables.SDT), startNs, Edits::wrongBit));
        }
    },
    REFERENCE_LATE(150, TsIndicator.PCR_REPETITION_ERROR, TsIndicator.PCR_DISCONTINUITY_INDICATOR_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(FaultKind::isSecondReference, startNs));
        }
    },
    /** Five seconds ahead from then on, which no reference before it lets expect. */
    REFERENCE_JUMP(1000, TsIndicator.PCR_DISCONTINUITY_INDICATOR_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(new Alteration(
                    FaultKind::isSecondReference,
                    startNs,
                    Long.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Edits.ahead(5 * 27_000_000L)));
        }
    },
    /** A microsecond ahead. */
    REFERENCE_INACCURATE(40, TsIndicator.PCR_ACCURACY_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(once(FaultKind::isSecondReference, startNs, Edits.ahead(27)));
        }
    },
    PTS_MISSING(1000, TsIndicator.PTS_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(alter(part -> isFirstPicture(part, Content.UNIT_START), startNs, Edits::withoutPts));
        }
    },
    CAT_MISSING(2000, TsIndicator.CAT_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(
                    alter(part -> part.pid() == SECOND.audioPid(), startNs, Edits::scramble),
                    once(FaultKind::isStuffing, startNs + durationNs(), Edits::cat));
        }
    },
    NIT_MISSING(11_000, TsIndicator.NIT_ACTUAL_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.NIT), startNs));
        }
    },
    NIT_OTHER_MISSING(11_000, TsIndicator.NIT_OTHER_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.NIT_OTHER), startNs));
        }
    },
    BAT_MISSING(11_000, TsIndicator.SI_REPETITION_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.BAT), startNs));
        }
    },
    STRANGER(2000, TsIndicator.UNREFERENCED_PID) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(alter(FaultKind::isStuffing, startNs, Edits::stranger));
        }
    },
    SDT_MISSING(2500, TsIndicator.SDT_ACTUAL_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.SDT), startNs));
        }
    },
    SDT_OTHER_MISSING(11_000, TsIndicator.SDT_OTHER_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.SDT_OTHER), startNs));
        }
    },
    EIT_MISSING(2500, TsIndicator.EIT_ACTUAL_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.EIT), startNs));
        }
    },
    EIT_OTHER_MISSING(11_000, TsIndicator.EIT_OTHER_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.EIT_OTHER), startNs));
        }
    },
    /** The present event three times, and not the following one; not as long as the whole table may be away. */
    FOLLOWING_MISSING(1300, TsIndicator.EIT_PF_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.EIT).and(part -> part.section() == 1), startNs));
        }
    },
    RST_TOO_SOON(10, TsIndicator.RST_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(new Alteration(FaultKind::isStuffing, startNs, Long.MAX_VALUE, 2, Edits::rst));
        }
    },
    TDT_MISSING(31_000, TsIndicator.TDT_ERROR) {
        @Override
        List<Fault> from(long startNs) {
            return List.of(withhold(table(SampleTables.TDT), startNs));
        }
    };

    private static final long NS_PER_MS = 1_000_000;
    private static final SampleService FIRST = Multiplex.SERVICES.get(0);
    private static final SampleService SECOND = Multiplex.SERVICES.get(1);

    private final long durationMs;

    @SuppressWarnings("ImmutableEnumChecker") // wrapped when it is made
    private final Set<TsIndicator> indicators;

    FaultKind(long durationMs, TsIndicator first, TsIndicator... others) {
        this.durationMs = durationMs;
        this.indicators = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    abstract List<Fault> from(long startNs);

    /** The fault, for one stream, from this stream time on. */
    public List<Fault> at(long startNs) {
        return from(startNs);
    }

    /** How long it goes on, ns. */
    public long durationNs() {
        return durationMs * NS_PER_MS;
    }

    /** Indicators that must show it. */
    public Set<TsIndicator> indicators() {
        return indicators;
    }

    private static boolean isStuffing(TsPart part) {
        return part.what() == Content.STUFFING;
    }

    private static boolean isFirstPicture(TsPart part, Content what) {
        return part.pid() == FIRST.videoPid() && part.what() == what;
    }

    private static boolean isSecondReference(TsPart part) {
        return part.pid() == SECOND.videoPid() && part.what() == Content.REFERENCE;
    }

    private static Predicate<TsPart> table(int tableId) {
        return part -> part.isTable(tableId);
    }

    Fault withhold(Predicate<TsPart> which, long startNs) {
        return new Withholding(which, startNs, startNs + durationNs());
    }

    Fault alter(Predicate<TsPart> which, long startNs, Alteration.Edit edit) {
        return new Alteration(which, startNs, startNs + durationNs(), Integer.MAX_VALUE, edit);
    }

    static Fault once(Predicate<TsPart> which, long startNs, Alteration.Edit edit) {
        return new Alteration(which, startNs, Long.MAX_VALUE, 1, edit);
    }
}
