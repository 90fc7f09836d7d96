package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.model.PersonRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of very many rows that are replaced none is kept. */
class TakenOutTest {

    private static final int MOST = 3;

    @TempDir
    Path folder;

    private static void bring(Imports imports, int rows) {
        imports.replace("people", "people.csv", writer -> {
            for (int i = 0; i < rows; i++) {
                writer.write(i + 2, new PersonRow("P" + i, "Name " + rows));
            }
            return writer;
        });
    }

    @Test
    void anImportThatReplacesTooManyRowsSaysSoAndTheNextOneIsKeptAgain() {
        Workspace.create(folder).close();
        Path file = folder.resolve("workspace.db");
        try (WorkspaceDatabase database = WorkspaceDatabase.open(file, Duration.ofSeconds(1))) {
            Clock clock = Clock.systemUTC();
            Imports imports = new Imports(database, new Facts(database, folder.resolve(Facts.FOLDER)),
                    new KeptRejects(database, folder.resolve(KeptRejects.FOLDER)),
                    new Documents(database, new Journal(clock, "ann")), clock, "ann", MOST);
            bring(imports, 4);
            bring(imports, 2);
            assertThat(imports.last()).containsExactly(Map.entry(2L, false));
            assertThatThrownBy(() -> imports.takeBack(2)).isInstanceOf(WorkspaceException.class).hasMessage(
                    "The import 2 of the mapping people has replaced 4 rows, which are too many to be kept.\n"
                            + "Maybe bring in again what should be there.");
            bring(imports, 4);
            assertThat(imports.last()).containsExactly(Map.entry(3L, true));
            assertThat(imports.takeBack(3)).isEqualTo(new Imports.TakenBack(4, 2));
            assertThat(imports.last()).isEmpty();
        }
        assertThat(Workspace.examine(folder)).isEmpty();
    }
}
