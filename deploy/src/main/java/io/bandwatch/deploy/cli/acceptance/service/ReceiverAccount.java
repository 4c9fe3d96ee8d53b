package io.bandwatch.deploy.cli.acceptance.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What became of the samples of a receiver.
 *
 * @param feed id of the feed
 * @param sent by its server
 * @param told its last {@code receiver} record in the journal
 * @param stored samples received, as the time series have it
 */
public record ReceiverAccount(String feed, long sent, JsonNode told, long stored) {
    /**
     * Whether every sample that was sent came, is stored as one that came, and was measured, left out on purpose or given up: none waits
     * any more, and none is in two counts.
     */
    public boolean isExact() {
        return sent > 0
                && count("received") == sent
                && stored == sent
                && count("measured") + count("settling") + count("dropped") + count("unmeasured") == sent
                && count("pending") == 0;
    }

    /** Samples of which nothing is known, since this machine had no time for them or their look or round was not whole. */
    public long unseen() {
        return count("dropped") + count("unmeasured");
    }

    private long count(String what) {
        return told.path(what + "_samples").asLong(-1);
    }

    public ObjectNode figures() {
        ObjectNode figures =
                JsonNodeFactory.instance.objectNode().put("feed", feed).put("sent", sent);
        for (String what : new String[] {"received", "measured", "settling", "dropped", "unmeasured", "pending"}) {
            figures.put(what, count(what));
        }
        return figures.put("received_by_time_series", stored).put("exact", isExact());
    }
}
