package dev.hermes.app.data;

import dev.hermes.model.Mapping;

/**
 * What the rows of the next file are probably to become.
 *
 * @param of
 *            the code of what they belong to
 */
record Wanted(Mapping.Target into, String of) {}
