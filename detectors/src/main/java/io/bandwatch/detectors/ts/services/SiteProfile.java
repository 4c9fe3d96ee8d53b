package io.bandwatch.detectors.ts.services;

/** What the register of services means at a site. */
public enum SiteProfile {
    /** A transmitter or a network: what the register has is to be there, and its numbers say what it is. */
    BROADCAST,
    /**
     * The head end of a hotel or the like: the register is the site's permit list. It allows and demands nothing, and the
     * numbers are the head end's own, so that the name of a listed number must be the listed one.
     */
    HEAD_END
}
