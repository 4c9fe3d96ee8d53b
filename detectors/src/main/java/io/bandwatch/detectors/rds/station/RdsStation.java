package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.application.DabEnsemble;
import io.bandwatch.detectors.rds.application.OpenDataApplication;
import io.bandwatch.detectors.rds.application.RadioTextTag;
import io.bandwatch.detectors.rds.frequency.AlternativeFrequencies;
import io.bandwatch.detectors.rds.text.EncodedText;
import io.bandwatch.detectors.rds.text.NameAssembly;
import io.bandwatch.detectors.rds.text.TextAssembly;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a station says of itself at a time. What it did not say, or not lately, is null or empty.
 *
 * @param pi programme identification, null while none is believed; then nothing else stands either
 * @param ps programme service name last complete, eight characters with its blanks
 * @param psRounds how many times in succession it was complete; a scrolling name stays low
 * @param radioText text last complete, without blanks at its end
 * @param radioTextFlag 'A' or 'B', the flag of the text under way
 * @param partialRadioText what came of the text under way
 * @param flags PTY, TP, TA, MS, DI
 * @param programmeTypeName PTYN
 * @param longPs long programme service name
 * @param enhancedRadioText RadioText in Unicode
 * @param alternatives lists of alternative frequencies
 * @param labels ECC, language, broadcaster's bits, programme item, clock
 * @param applications open data applications announced
 * @param tags RadioText Plus
 * @param ensemble DAB cross-reference
 * @param transparentText transparent channels read as text
 * @param otherNetworks EON
 * @param lastSeen when the PI was last received
 */
public record RdsStation(
        @Nullable Integer pi,
        @Nullable String ps,
        int psRounds,
        @Nullable String radioText,
        @Nullable Character radioTextFlag,
        @Nullable String partialRadioText,
        ProgrammeFlags flags,
        @Nullable String programmeTypeName,
        @Nullable String longPs,
        @Nullable String enhancedRadioText,
        AlternativeFrequencies[] alternatives,
        StationLabels labels,
        OpenDataApplication[] applications,
        RadioTextTag[] tags,
        @Nullable DabEnsemble ensemble,
        @Nullable String transparentText,
        OtherNetwork[] otherNetworks,
        @Nullable Instant lastSeen) {

    /** Reads the facts out of a state. */
    public static RdsStation of(StationState state) {
        NameAssembly name = state.name();
        TextAssembly text = state.radioText();
        boolean hasText = text.flag() >= 0;
        EncodedText enhanced = state.applications().enhancedText();
        long seen = state.seenNs()[Fact.PI.place()];
        return new RdsStation(
                state.pi().isKnown() ? Integer.valueOf(state.pi().code()) : null,
                name.name(),
                name.rounds(),
                text.text(),
                hasText ? Character.valueOf(text.flag() == 0 ? 'A' : 'B') : null,
                hasText ? text.partial() : null,
                state.flags(),
                state.otherTexts().programmeTypeName(),
                state.otherTexts().longName().text(),
                enhanced == null ? null : enhanced.text(),
                state.frequencies().complete(),
                state.labels(),
                state.applications().announced(),
                state.applications().tags().tags(),
                state.applications().ensemble(),
                state.applications().transparentText(),
                state.networks().all(),
                seen == 0 ? null : Instant.ofEpochSecond(0, seen));
    }
}
