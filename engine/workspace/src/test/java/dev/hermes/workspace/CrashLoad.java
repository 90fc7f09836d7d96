package dev.hermes.workspace;

import dev.hermes.model.PersonRow;
import java.nio.file.Path;
import java.util.List;

/** A program that edits and imports without end, and says of each change that it is safe. To be killed. */
final class CrashLoad {

    static final int ROWS = 200;

    private CrashLoad() {}

    public static void main(String[] arguments) {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
            for (int number = workspace.documents().history().size() + 1;; number++) {
                workspace.documents().apply(List.of(file(number)));
                System.out.println(number);
                String name = "Person of edit " + number;
                workspace.imports().replace("people", "people.csv", writer -> {
                    for (int row = 0; row < ROWS; row++) {
                        writer.write(row + 2, new PersonRow("P" + row, name));
                    }
                    return writer.rows();
                });
            }
        }
    }

    /** What the edit with a number says; each differs from the one before. */
    static DocumentFile file(int number) {
        return DocumentFile.read("quarters.yaml", "hermes: 1\nkind: calendar\ncode: quarters\nname: Edit " + number
                + "\nperiods: quarters\n");
    }
}
