package dev.hermes.plan;

import dev.hermes.formula.Expression;
import java.util.Map;

/**
 * A formula that was checked where it stands.
 *
 * @param text
 *            as it was written
 * @param scales
 *            for each rate table that it reads and that is scaled, the checked scale, read in the same place
 */
public record CompiledFormula(String text, Expression expression, Map<String, Expression> scales) {

    public CompiledFormula {
        scales = Map.copyOf(scales);
    }
}
