package dev.hermes.workspace;

import java.util.UUID;

/** Names that nobody else gives: a file that carries one is this program's own, and may be removed as a leftover. */
final class UniqueName {

    /** What all of them match, as a part of a regular expression. */
    static final String PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private UniqueName() {}

    static String next() {
        return UUID.randomUUID().toString();
    }
}
