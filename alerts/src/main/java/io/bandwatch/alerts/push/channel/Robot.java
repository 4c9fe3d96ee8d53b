package io.bandwatch.alerts.push.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandwatch.alerts.push.text.PushText;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How the robots of a messenger are talked to. They say what is wrong by a number in an answer whose status is 200. */
abstract class Robot {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String codeName;
    private final String messageName;
    private final Set<Integer> limits;
    private final Set<Integer> refusals;
    private final Duration limitPause;

    /**
     * A robot.
     *
     * @param codeName member of the answer that is 0 if the message was taken
     * @param messageName member of the answer that says why not
     * @param limits numbers that mean too many messages
     * @param refusals numbers that mean that the message itself is at fault
     * @param limitPause how long a robot is shut out that sent too many
     */
    Robot(String codeName, String messageName, Set<Integer> limits, Set<Integer> refusals, Duration limitPause) {
        this.codeName = codeName;
        this.messageName = messageName;
        this.limits = Set.copyOf(limits);
        this.refusals = Set.copyOf(refusals);
        this.limitPause = limitPause;
    }

    /** Most bytes of text in a message. */
    abstract int mostBytes();

    /** Where to, with a signature if it belongs there. */
    abstract URI address(Instant now);

    /** The message, with a signature if it belongs there. */
    abstract ObjectNode message(PushText text, Instant now);

    /** Any number that is not known is tried again: better late than lost. */
    final Outcome judge(String answer) {
        JsonNode code;
        String why;
        try {
            JsonNode read = JSON.readTree(answer);
            code = read.path(codeName);
            why = codeName + ' ' + code.asText("missing") + ": "
                    + read.path(messageName).asText("");
        } catch (IOException noJson) {
            return Outcome.retry("the answer is no JSON");
        }
        if (!code.isInt()) {
            return Outcome.retry(why);
        }
        if (code.intValue() == 0) {
            return Outcome.DELIVERED;
        }
        if (limits.contains(code.intValue())) {
            return Outcome.retryAfter(limitPause, why);
        }
        return refusals.contains(code.intValue()) ? Outcome.refused(why) : Outcome.retry(why);
    }
}
