package io.bandwatch.alerts.console.live;

import io.bandwatch.alerts.console.Console;
import io.bandwatch.alerts.console.Health;
import java.net.BindException;
import java.util.Locale;

/** The console of a service that runs. */
public final class LiveConsole {
    private LiveConsole() {}

    /**
     * Begins to serve what it has found.
     *
     * @param locale language of pages where the reader asks for none
     * @param port port, or 0 for any that is free
     * @throws BindException if the port is taken
     */
    public static Console serve(LiveContent content, Locale locale, int port) throws BindException {
        return Console.serve(port, routes -> {
            routes.before(new ChangeGuard(content.operator())::check);
            new LivePages(content, locale).addTo(routes);
            new LiveApi(content.records()).addTo(routes);
            new CarrierApi(content.carriers(), content.records()).addTo(routes);
            new LiveMetrics(content.records(), content.pushes(), content.checks()).addTo(routes);
            new Health(content.checks()).addTo(routes);
        });
    }
}
