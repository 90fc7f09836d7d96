package dev.hermes.plan;

import dev.hermes.model.Indicator;
import dev.hermes.model.Series;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An indicator with its sources checked. */
public record CompiledIndicator(Indicator document, Map<Series, CompiledSource> sources,
        @Nullable CompiledFormula members) {

    public CompiledIndicator {
        sources = Map.copyOf(sources);
    }

    /** The source of a series; none where it does not exist. */
    public CompiledSource source(Series series) {
        return sources.getOrDefault(series, new CompiledSource.None());
    }
}
