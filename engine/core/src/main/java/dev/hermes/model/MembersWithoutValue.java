package dev.hermes.model;

/** How a roll-up treats a member without a value. */
public enum MembersWithoutValue {
    FAILURE, SKIP, ZERO
}
