package io.bandwatch.alerts;

import io.bandwatch.detectors.rf.survey.FeedAccount;
import io.bandwatch.detectors.verdict.CarrierRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way to the result: exactly one of the three parts is there, as the kind says. Sinks of results have
 * this one input, so that what is written to a file and to a store cannot differ.
 *
 * @param kind which part is there
 * @param carrier a carrier over an interval or a recording
 * @param incident an incident as it stands after a change
 * @param account totals of a feed whose recording has ended
 */
public record ResultRecord(
        Kind kind, @Nullable CarrierRecord carrier, @Nullable Incident incident, @Nullable FeedAccount account) {

    /** The part that is there. */
    public enum Kind {
        CARRIER,
        INCIDENT,
        ACCOUNT
    }

    public static ResultRecord of(CarrierRecord carrier) {
        return new ResultRecord(Kind.CARRIER, carrier, null, null);
    }

    public static ResultRecord of(Incident incident) {
        return new ResultRecord(Kind.INCIDENT, null, incident, null);
    }

    public static ResultRecord of(FeedAccount account) {
        return new ResultRecord(Kind.ACCOUNT, null, null, account);
    }
}
