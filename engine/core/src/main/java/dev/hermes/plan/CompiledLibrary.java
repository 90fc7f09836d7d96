package dev.hermes.plan;

import dev.hermes.document.Library;
import dev.hermes.model.Finding;
import java.util.List;
import java.util.Map;

/**
 * A library in which every formula has been checked.
 *
 * @param findings
 *            everything that is wrong or doubtful; what has errors, or reaches something that has, is not in the maps
 */
public record CompiledLibrary(Library library, Map<String, CompiledDataset> datasets,
        Map<String, CompiledIndicator> indicators, Map<String, CompiledPopulation> populations,
        Map<String, CompiledParameter> parameters, Map<String, CompiledScheme> schemes, List<Finding> findings) {

    public CompiledLibrary {
        datasets = Map.copyOf(datasets);
        indicators = Map.copyOf(indicators);
        populations = Map.copyOf(populations);
        parameters = Map.copyOf(parameters);
        schemes = Map.copyOf(schemes);
        findings = List.copyOf(findings);
    }
}
