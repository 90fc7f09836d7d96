package dev.hermes.kernel.internal.indicators;

import dev.hermes.facts.FactPass.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which index a credited fact is added to. */
public interface Targets {

    /** The subject is not known, or is not held on the day. */
    int NOWHERE = -1;

    List<Placement> placements();

    /** The index for a subject whose day was placed at a target; {@link #NOWHERE} where there is none. */
    int of(@Nullable String subject, int target);

    boolean isAmbiguous(int index);

    /** How many indexes there are. */
    int size();
}
