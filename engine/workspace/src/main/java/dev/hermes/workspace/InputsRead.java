package dev.hermes.workspace;

import dev.hermes.model.CalcInputs;

/**
 * What a run reads besides documents and facts.
 *
 * @param version
 *            the same as long as no row that was brought in comes, goes or changes; facts do not count
 */
public record InputsRead(CalcInputs inputs, String version) {}
