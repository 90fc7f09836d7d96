package dev.hermes.kernel.internal.explanation;

import dev.hermes.facts.FactSource;
import dev.hermes.kernel.internal.indicators.OwnRows;
import dev.hermes.kernel.internal.indicators.Surroundings;

/** What a run has left behind that the values of its indicators can be explained by. Thread-safe, as its parts are. */
public record Evidence(Surroundings surroundings, OwnRows ownRows, FactSource facts) {}
