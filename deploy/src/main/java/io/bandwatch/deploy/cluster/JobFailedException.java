package io.bandwatch.deploy.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A job that did not run to its end; the message is that of the failure at the root, not of Flink's wrappers. */
public final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Wraps what Flink reports. */
    public JobFailedException(Throwable reported) {
        super(messageOf(reported), reported);
    }

    /** The failure of that type among the causes: the one nearest to the root. */
    public <T extends Throwable> Optional<T> causedBy(Class<T> type) {
        return chain(this).stream().filter(type::isInstance).map(type::cast).reduce((outer, inner) -> inner);
    }

    private static String messageOf(Throwable reported) {
        List<Throwable> chain = chain(reported);
        return chain.stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((outer, inner) -> inner)
                .orElseGet(() -> chain.get(chain.size() - 1).getClass().getName());
    }

    private static List<Throwable> chain(Throwable outermost) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = outermost; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }
}
