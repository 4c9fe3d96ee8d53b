package io.bandwatch.alerts.push;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to one channel. It may be sent more than once; its key is always the same, so that the receiver can tell.
 *
 * @param key function of the channel, the incidents and what is told about them
 * @param channel name of the channel
 * @param form what it is made of
 * @param made when the rules made it
 * @param items the incidents, in the order in which they came
 * @param tallies how many incidents of each kind and site, where there are more than one
 * @param failedChannel the channel that it was meant for and could not be delivered by, or null
 */
public record Push(
        String key,
        String channel,
        PushForm form,
        Instant made,
        List<PushItem> items,
        List<Tally> tallies,
        @Nullable String failedChannel) {

    /** The same for another channel, since its own one has failed. */
    public Push divertedTo(String other) {
        return new Push(PushKeys.diverted(key, other), other, form, made, items, tallies, channel);
    }
}
