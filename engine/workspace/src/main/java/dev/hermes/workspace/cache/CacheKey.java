package dev.hermes.workspace.cache;

/**
 * What a value is known by.
 *
 * @param kind
 *            what sort of value it is, and how it is written: another notation is another kind
 * @param content
 *            what was asked, in full or as its digest
 * @param version
 *            names the state of all that the answer was made from
 */
public record CacheKey(String kind, String content, String version) {}
