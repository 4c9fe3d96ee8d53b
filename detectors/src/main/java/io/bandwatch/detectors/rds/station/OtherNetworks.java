package io.bandwatch.detectors.rds.station;

import io.bandwatch.detectors.rds.sync.Group;
import java.util.Arrays;

/**
 * The other programmes that the station speaks of.
 *
 * @param all in the order of their first mention
 */
public record OtherNetworks(OtherNetwork[] all) {
    static final OtherNetworks NONE = new OtherNetworks(new OtherNetwork[0]);
    /** More than any broadcaster has; what comes beyond is left. */
    private static final int MOST = 64;

    OtherNetworks interrupted() {
        boolean underWay = false;
        for (OtherNetwork network : all) {
            underWay |= network.listUnderWay().expected() >= 0;
        }
        return underWay
                ? new OtherNetworks(
                        Arrays.stream(all).map(OtherNetwork::interrupted).toArray(OtherNetwork[]::new))
                : this;
    }

    /** Takes in a group 14A or 14B with exact blocks. */
    OtherNetworks with(Group group) {
        int piCode = group.word(Group.D);
        int at = 0;
        while (at < all.length && all[at].piCode() != piCode) {
            at++;
        }
        if (at == MOST || piCode == 0) {
            return this;
        }
        OtherNetwork[] more = Arrays.copyOf(all, Math.max(all.length, at + 1));
        OtherNetwork before = at < all.length ? all[at] : OtherNetwork.of(piCode);
        more[at] = group.isVersionB() ? before.switched(group) : before.with(group);
        return new OtherNetworks(more);
    }
}
