package io.bandwatch.alerts;

import io.bandwatch.detectors.content.ledger.AuthorisedInsertion;
import io.bandwatch.detectors.content.repetition.RepetitionRecord;
import io.bandwatch.detectors.programme.ProgrammeRecord;
import io.bandwatch.detectors.receiver.ReceiverRecord;
import io.bandwatch.detectors.rf.survey.FeedAccount;
import io.bandwatch.detectors.ts.assessment.SpliceRecord;
import io.bandwatch.detectors.ts.assessment.StreamRecord;
import io.bandwatch.detectors.ts.assessment.StreamReport;
import io.bandwatch.detectors.verdict.CarrierRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way to the result: exactly one of the parts is there, as the kind says. Sinks of results have this one
 * input, so that what is written to a file and to a store cannot differ.
 *
 * @param kind which part is there
 * @param carrier a carrier over an interval or a recording
 * @param incident an incident as it stands after a change
 * @param account totals of a feed whose recording has ended
 * @param stream a transport stream over a recording, and its services
 * @param splice a splice command
 * @param programme pictures and sound of a service over a recording
 * @param insertion an insertion that is allowed, as far as it is known
 * @param repetition what of a programme was heard before
 * @param receiver how a live receiver fares
 * @param report how a transport stream and its services fared in an interval
 */
public record ResultRecord(
        Kind kind,
        @Nullable CarrierRecord carrier,
        @Nullable Incident incident,
        @Nullable FeedAccount account,
        @Nullable StreamRecord stream,
        @Nullable SpliceRecord splice,
        @Nullable ProgrammeRecord programme,
        @Nullable AuthorisedInsertion insertion,
        @Nullable RepetitionRecord repetition,
        @Nullable ReceiverRecord receiver,
        @Nullable StreamReport report) {

    /** The part that is there. */
    public enum Kind {
        CARRIER,
        INCIDENT,
        ACCOUNT,
        STREAM,
        SPLICE,
        PROGRAMME,
        INSERTION,
        REPETITION,
        RECEIVER,
        STREAM_REPORT
    }

    public static ResultRecord of(CarrierRecord carrier) {
        return new ResultRecord(Kind.CARRIER, carrier, null, null, null, null, null, null, null, null, null);
    }

    public static ResultRecord of(Incident incident) {
        return new ResultRecord(Kind.INCIDENT, null, incident, null, null, null, null, null, null, null, null);
    }

    public static ResultRecord of(FeedAccount account) {
        return new ResultRecord(Kind.ACCOUNT, null, null, account, null, null, null, null, null, null, null);
    }

    public static ResultRecord of(StreamRecord stream) {
        return new ResultRecord(Kind.STREAM, null, null, null, stream, null, null, null, null, null, null);
    }

    public static ResultRecord of(SpliceRecord splice) {
        return new ResultRecord(Kind.SPLICE, null, null, null, null, splice, null, null, null, null, null);
    }

    public static ResultRecord of(ProgrammeRecord programme) {
        return new ResultRecord(Kind.PROGRAMME, null, null, null, null, null, programme, null, null, null, null);
    }

    public static ResultRecord of(AuthorisedInsertion insertion) {
        return new ResultRecord(Kind.INSERTION, null, null, null, null, null, null, insertion, null, null, null);
    }

    public static ResultRecord of(RepetitionRecord repetition) {
        return new ResultRecord(Kind.REPETITION, null, null, null, null, null, null, null, repetition, null, null);
    }

    public static ResultRecord of(ReceiverRecord receiver) {
        return new ResultRecord(Kind.RECEIVER, null, null, null, null, null, null, null, null, receiver, null);
    }

    public static ResultRecord of(StreamReport report) {
        return new ResultRecord(Kind.STREAM_REPORT, null, null, null, null, null, null, null, null, null, report);
    }
}
