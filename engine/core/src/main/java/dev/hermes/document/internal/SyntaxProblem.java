package dev.hermes.document.internal;

/** What is wrong with a text as YAML, before any document is seen in it. */
public record SyntaxProblem(Node.Position position, String message) {}
