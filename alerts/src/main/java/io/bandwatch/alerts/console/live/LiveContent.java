package io.bandwatch.alerts.console.live;

import io.bandwatch.alerts.console.Readiness;
import io.bandwatch.alerts.evidence.RecentCarriers;
import io.bandwatch.alerts.journal.LiveRecords;
import io.bandwatch.alerts.push.service.PushHealthFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the console of a service that runs has to show, and who may change it.
 *
 * @param records what stands now
 * @param carriers lets carriers be heard and seen, or null where no samples are kept
 * @param pushes how pushes do, or null where nobody is told of anything
 * @param checks what must work for the service to be ready
 * @param operator what every change needs, or null where nothing can be changed
 */
public record LiveContent(
        LiveRecords records,
        @Nullable RecentCarriers carriers,
        @Nullable PushHealthFile pushes,
        List<Readiness> checks,
        @Nullable OperatorToken operator) {
    public LiveContent {
        checks = List.copyOf(checks);
    }
}
