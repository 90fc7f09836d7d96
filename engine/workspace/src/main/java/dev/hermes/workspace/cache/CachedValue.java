package dev.hermes.workspace.cache;

import java.time.Duration;

/**
 * A value as the file holds it.
 *
 * @param bytes
 *            the value in its notation; nobody changes them
 * @param cost
 *            how long it took to compute
 */
record CachedValue(byte[] bytes, Duration cost) {}
