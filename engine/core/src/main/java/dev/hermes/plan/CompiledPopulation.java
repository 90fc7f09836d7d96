package dev.hermes.plan;

import dev.hermes.model.Population;
import org.jspecify.annotations.Nullable;

/** A population with its condition checked. */
public record CompiledPopulation(Population document, @Nullable CompiledFormula condition) {}
