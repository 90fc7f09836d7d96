package dev.hermes.workspace.imports;

import dev.hermes.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file. Immutable.
 *
 * @param number
 *            its number, from 1
 * @param name
 *            its name; {@code column1} and so on where the file has none
 * @param dates
 *            the pattern of its dates; null where it holds none
 * @param scale
 *            the most fractional digits that a number in it has
 * @param isComplete
 *            whether it has a value in every row that was looked at
 * @param isUnique
 *            whether no value is in two of these rows
 */
public record FoundColumn(int number, String name, Found<Type> type, @Nullable Found<String> dates, int scale,
        boolean isComplete, boolean isUnique) {}
