package dev.hermes.app.frame;

import dev.hermes.app.session.PayPeriods;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.SavedRun;
import dev.hermes.workspace.Workspace;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace holds.
 *
 * @param people
 *            how many persons it knows
 * @param rows
 *            how many rows of its imports count
 * @param last
 *            what was calculated last; null where nothing was
 * @param periods
 *            the periods for which anything is known
 */
record Overview(int people, long rows, @Nullable SavedRun last, PayPeriods periods) {

    /** Not for the screen's thread. */
    static Overview of(Workspace workspace) {
        return new Overview(workspace.imports().persons(),
                workspace.imports().current().stream().mapToLong(Imports.Import::rows).sum(),
                workspace.runs().all().stream().max(Comparator.comparingLong(SavedRun::id)).orElse(null),
                PayPeriods.of(workspace));
    }
}
