package dev.hermes.local;

import dev.hermes.model.Dataset;
import dev.hermes.model.FindingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether facts in some files have keys that facts in others have too. */
public final class SharedKeys {

    private SharedKeys() {}

    /**
     * A key that is in both.
     *
     * @param key
     *            in canonical text
     * @param other
     *            where the fact of the other files stands; null where its file does not know lines, or it is there twice
     */
    public record SharedKey(String key, @Nullable FactLine other) {}

    /**
     * The first key that is in both.
     *
     * @param folder
     *            the facts folder, below which all files lie
     * @throws FindingsException
     *             naming file and column, where a file does not fit the dataset
     */
    public static Optional<SharedKey> first(Path folder, Dataset dataset, List<Path> files, List<Path> others,
            Limits limits) {
        if (files.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        try (LockedDatabase database = LockedDatabase.open(folder, limits, false);
                Session session = database.connect(() -> false)) {
            FactRelation present = FactRelations.read(dataset, others, session);
            String key = Sql.identifier(dataset.key());
            String shared = session.query("SELECT " + Keys.column(present, "o").canonicalText() + " FROM "
                    + present.source() + " o SEMI JOIN " + FactRelations.read(dataset, files, session).source()
                    + " f ON o." + key + " = f." + key + " ORDER BY o." + key + " LIMIT 1",
                    rows -> rows.next() ? rows.getString(1) : "");
            return shared.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SharedKey(shared,
                            FactLines.of(present, List.of(shared), session).get(shared)));
        }
    }
}
