package io.bandwatch.detectors;

import java.util.Locale;

/** Every reason that a verdict or a finding can give. The message bundles hold one text for each. */
public enum ReasonCode {
    /** A row of the register is at this frequency and valid. Arguments: id, name, class. */
    REGISTER_ENTRY,
    /** No row of the register is within reach of this frequency. Arguments: frequency MHz, reach kHz. */
    NO_REGISTER_ENTRY,
    /** No register was given, so nothing can be licensed or unlicensed. */
    NO_REGISTER,
    /** The only row is not valid yet. Arguments: id, valid from. */
    NOT_YET_VALID,
    /** The only row has expired. Arguments: id, valid to. */
    EXPIRED,
    /** On air outside the registered hours. Arguments: id, hours. */
    OUTSIDE_HOURS,
    /** The measured frequency is outside the tolerance. Arguments: offset Hz, tolerance Hz. */
    FREQUENCY_OFFSET,
    /** The time of the recording is unknown: validity, hours and maintenance were not applied. */
    TIME_UNKNOWN,
    /** The carrier stood above the threshold for the hold time. Arguments: SNR dB, threshold dB, seconds. */
    ON_AIR,
    /** Too little of the carrier was seen. Arguments: seconds on air. */
    TOO_LITTLE_EVIDENCE,
    /** A registered carrier that was received here is gone. Arguments: id, name, last SNR dB, seconds absent. */
    CARRIER_ABSENT,
    /** Too many samples lie beyond the allowed deviation. Arguments: share %, limit kHz, seconds. */
    OVER_DEVIATION,
    /** Too much power in the multiplex. Arguments: power dBr, limit dBr, seconds. */
    MPX_POWER_HIGH,
    /** Nothing deviates the carrier. Arguments: RMS deviation Hz, limit Hz. */
    UNMODULATED,
    /** It sends another programme identification than its row. Arguments: received, registered, id. */
    PI_MISMATCH,
    /** It sends another programme service name than its row. Arguments: received, registered, id, seconds. */
    PS_MISMATCH,
    /** It came on with many others: distant stations. Arguments: since, carriers. */
    PROPAGATION,
    /** Its programme is that of a licensed station. Arguments: id, delay s, correlation. */
    SAME_PROGRAMME,
    /** Its prints are those of a licensed station. Arguments: id, delay s, for how long s, share of what was heard lately %. */
    SAME_PRINTS,
    /** Its programme is none of those of the licensed stations here. Arguments: seconds compared, highest correlation. */
    OTHER_PROGRAMME,
    /** What is heard is not what a row with the same programme sends elsewhere. Arguments: id of the other, correlation. */
    PARTNER_DIFFERS,
    /** It uses the PI of a station elsewhere in the band. Arguments: PI, id. */
    PI_OF_OTHER_STATION,
    /** Another transmitter took the frequency over. Arguments: level step dB, frequency step Hz, pilot step Hz. */
    TAKEN_OVER,
    /** It deviates beyond what is allowed. Arguments: peak kHz, allowed kHz. */
    DEVIATION_BEYOND,
    /** Its level here is not what was learned. Arguments: dB off, dB allowed, hours learned. */
    LEVEL_OUTSIDE,
    /** Digital, with its like on the other side of a licensed station. Arguments: id of the station. */
    DIGITAL_SIDEBAND,
    /** A line without modulation that was there from the start: a receiver makes such, too. */
    BARE_LINE,
    /** Its frequency is far off the raster. Arguments: Hz off. */
    OFF_RASTER,
    /** No radio data, which many licensed stations do without, too. */
    NO_RDS,
    /** No stereo pilot. */
    NO_PILOT,
    /** The receiver made it of two carriers, as twice the first less the second. Arguments: MHz, MHz, explained %. */
    PRODUCT_OF_TWO,
    /** The receiver made it of three: the first and second less the third. Arguments: MHz, MHz, MHz, explained %. */
    PRODUCT_OF_THREE,
    /** The receiver's bend makes it of all it receives, of these carriers foremost. Arguments: MHz list, explained %. */
    DISTORTION,
    /** It is the mirror image of a carrier. Arguments: MHz, explained %. */
    MIRROR_IMAGE,
    /** A strong neighbour spreads it. Arguments: MHz, explained %. */
    SPLATTER,
    /** It is a harmonic of the receiver's clock. Arguments: which, clock MHz. */
    CLOCK_SPUR,
    /** It is there only while the receiver is overloaded. Arguments: s with overload, s on air, highest share of clipped samples %. */
    OVERLOAD,
    /** Products, image and neighbours leave so much of it unexplained. Arguments: unexplained %. */
    NOT_AN_ARTEFACT,
    /** The sound is too quiet to be a programme. Arguments: loudness LUFS, limit LUFS. */
    SILENT,
    /** The sound is no louder than the noise that its carrier must have. Arguments: loudness LUFS, SNR dB. */
    NOISE_ALONE,
    /** Loudness is not the station's own. Arguments: loudness LUFS, learned level LUFS. */
    LOUDNESS_OFF_LEVEL,
    /** Left and right are the same. Arguments: correlation. */
    LEFT_IS_RIGHT,
    /** Left and right are against each other. Arguments: correlation. */
    LEFT_AGAINST_RIGHT,
    /** The station was stereo before. */
    STEREO_BEFORE,
    /** The register says that the station is stereo. Arguments: id. */
    STEREO_REGISTERED,
    /** The pilot says that the station is stereo. */
    STEREO_PILOT,
    /** An indicator of TR 101 290 shows errors. Arguments: indicator, clause, count. */
    TS_INDICATOR,
    /** The same, on a PID. Arguments: indicator, clause, count, PID of the last. */
    TS_INDICATOR_ON_PID,
    /** An interval is not as it must be. Arguments: indicator, clause, count, PID of the last, last s, limit s. */
    TS_INTERVAL,
    /** A clock reference is off. Arguments: indicator, clause, count, PID of the last, last ns, limit ns. */
    TS_DEVIATION,
    /** The feed brings no bytes. Arguments: seconds. */
    NOTHING_CAME,
    /** A machine does not keep up with a stream. Arguments: blocks it dropped, datagrams that the system dropped. */
    STREAM_DROPPED,
    /** What a receiver brings is too torn, or too little, to measure anything. */
    NOTHING_MEASURED,
    /** The samples of a receiver stand still. Arguments: % that are equal to the one before. */
    SAMPLES_STUCK,
    /** A receiver hears no carrier any more. Arguments: carriers that it hears as a rule. */
    NO_CARRIER_AT_ALL,
    /** This machine had no time for samples. Arguments: % of what came. */
    SAMPLES_DROPPED,
    /** Samples come at another rate than the receiver was told. Arguments: % more or, below 0, fewer. */
    RATE_IS_OFF,
    /** The converter of a receiver is driven too hard. Arguments: % of samples at full scale. */
    RECEIVER_CLIPS,
    /** A row of the register of services is this service's. Arguments: line, name. */
    SERVICE_ENTRY,
    /** No row of the register of services is this service's. Arguments: service id, name. */
    NO_SERVICE_ENTRY,
    /** The permit list of the site has no row for this service. Arguments: service id, name, site. */
    SERVICE_NOT_PERMITTED,
    /** The only row for this service is for another site. Arguments: line, site of the row, site. */
    SERVICE_OF_OTHER_SITE,
    /** Rows go by name and the service has none. Arguments: service id. */
    SERVICE_UNNAMED,
    /** A row has the service's name and another service id. Arguments: line, name, registered id, received id. */
    SERVICE_ID_DIFFERS,
    /** The row of the service has another name. Arguments: received, registered, line. */
    SERVICE_NAME_DIFFERS,
    /** The row of the service is for another transport stream. Arguments: received, registered, line. */
    SERVICE_STREAM_DIFFERS,
    /** A service of the register is not in its stream. Arguments: service id, name, line. */
    SERVICE_EXPECTED,
    /** A service that was in the stream is not any more. Arguments: service id, name. */
    SERVICE_GONE,
    /** The service changed its name. Arguments: before, now. */
    SERVICE_RENAMED,
    /** The service moved to another transport stream. Arguments: before, now. */
    SERVICE_MOVED,
    /** Components of the service are not what they were. Arguments: before, now. */
    COMPONENTS_CHANGED,
    /** The service was in the clear and is scrambled now. */
    SCRAMBLING_BEGAN,
    /** The service was scrambled and is in the clear now. */
    SCRAMBLING_CEASED,
    /** The picture is black. Arguments: share of black pixels %, limit %. */
    PICTURE_BLACK,
    /** The picture stands still. Arguments: seconds. */
    PICTURE_STILL,
    /** The picture stands still but for a clock, a logo or noise. Arguments: changed blocks %, seconds. */
    PICTURE_NEARLY_STILL,
    /** The picture is colour bars. Arguments: which, correlation. */
    COLOUR_BARS,
    /** The sound is the tone that goes with a test card. Arguments: share of its power %. */
    LINE_UP_TONE,
    /** Edges of macroblocks stand out in the picture. Arguments: share of them %. */
    MACROBLOCKS,
    /** The decoder made up a part of the picture, whose data were damaged. Arguments: share of its macroblocks %. */
    PICTURE_CONCEALED,
    /** The decoder met damage. Arguments: errors in the last look, pictures missing in it. */
    DECODER_ERRORS,
    /** No picture comes of a track that should have them. Arguments: PID. */
    NO_PICTURES,
    /** No sound comes of a track that should have it. Arguments: PID. */
    NO_SOUND,
    /** What is on air differs from its reference. Arguments: delay s, share of bits that differed before %. */
    DIFFERS_FROM_REFERENCE,
    /** What is on air was not found in its reference. Arguments: seconds in which it was sought. */
    NOT_IN_REFERENCE,
    /** The sound differs from that of the reference; the picture does not, or is not known. */
    SOUND_DIFFERS,
    /** The picture differs from that of the reference; the sound does not, or is not known. */
    PICTURE_DIFFERS,
    /** Sound and picture differ from those of the reference. */
    SOUND_AND_PICTURE_DIFFER,
    /** A clip of the library is heard. Arguments: name, s from where on, differing bits %. */
    CLIP_HEARD,
    /** The programme is a loop. Arguments: period s, for how long s, share of that which was heard a period before %. */
    LOOP,
    /** Unlicensed carriers belong together. Arguments: how many. */
    LINKED_SETS,
    /** What is heard on a carrier was heard on another one. Arguments: carrier, other, how much s, how much later s. */
    SAME_PROGRAMME_ON,
    /** A carrier comes and goes with another one. Arguments: carrier, other, how often together, how often at all. */
    SAME_TIMER_AS,
    /** It differs from most that carry the same programme, which agree. Arguments: how many, which. */
    DIFFERS_FROM_MOST,
    /** It differs from others that carry the same programme, and nobody knows which are wrong. Arguments: which. */
    DIFFERS_FROM_OTHER,
    /** Nobody follows it any more, and nobody knows whether it is over. */
    NO_LONGER_FOLLOWED;

    /** The word used in records, such as {@code no-register-entry}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
