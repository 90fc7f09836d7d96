package dev.hermes.app.graph;

/** What sort of thing a node is; it decides the colour of its card. */
public enum NodeKind {
    BASE,
    COMPOSITE,
    SUBJECTIVE,
    PARAMETER,
    SCHEME,
    /** What others read and is not there. */
    MISSING
}
