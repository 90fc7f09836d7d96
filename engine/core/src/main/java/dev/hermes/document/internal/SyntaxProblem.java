package dev.hermes.document.internal;

import dev.hermes.model.Message;

/** What is wrong with a text as YAML, before any document is seen in it. */
public record SyntaxProblem(Node.Position position, Message message) {}
