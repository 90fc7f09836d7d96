package dev.hermes.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An organisation under its parent on {@code [from, to)}; a null parent is the top. */
public record OrganisationRow(String code, String name, String level, @Nullable String parent, LocalDate from,
        LocalDate to) {}
