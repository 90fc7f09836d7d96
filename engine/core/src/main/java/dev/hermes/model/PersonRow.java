package dev.hermes.model;

/** A person's name. */
public record PersonRow(String person, String name) {}
