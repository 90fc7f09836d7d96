package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Finds facts that share a key. Memory does not grow with the facts: what does not fit goes to disk. */
public final class RepeatedKeys {

    private RepeatedKeys() {
    }

    /**
     * Keys that name more than one fact of a dataset.
     *
     * @param most
     *            how many keys at most are returned
     * @return for each such key, in canonical text, the file of each of its facts
     * @throws FactAccessException
     *             where the facts cannot be read
     */
    public static SequencedMap<String, List<Path>> find(FactFiles facts, Dataset dataset, int most) {
        SequencedMap<String, List<Path>> repeated = new LinkedHashMap<>();
        List<Path> files = facts.of(dataset.code());
        if (files.isEmpty()) {
            return repeated;
        }
        String key = Sql.identifier(dataset.key());
        String paths = Sql.paths(files);
        String sql = "WITH repeated AS (SELECT " + key + " AS key FROM read_parquet(" + paths + ") GROUP BY key "
                + "HAVING count(*) > 1 LIMIT " + most + ") SELECT CAST(" + key + " AS VARCHAR), filename "
                + "FROM read_parquet(" + paths + ", filename = true) WHERE " + key
                + " IN (SELECT key FROM repeated) ORDER BY 1, 2";
        try (LockedDatabase database = LockedDatabase.open(facts.folder(), Limits.standard(), false);
                Session session = database.connect(() -> false)) {
            return session.query(sql, rows -> {
                while (rows.next()) {
                    repeated.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(Path.of(rows.getString(2)));
                }
                return repeated;
            });
        }
    }
}
