package dev.hermes.model;

/** A formula as it was written. Whether it means anything is decided by the checker of {@code dev.hermes.formula}. */
public record Formula(String text) {}
