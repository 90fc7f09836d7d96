package dev.hermes.workspace;

import dev.hermes.model.PersonRow;
import java.nio.file.Path;

/** A program that brings rows in and takes them back without end, and says when it begins. To be killed. */
final class TakeBackLoad {

    static final int ROWS = 200;
    static final String BASE = "Base";

    private TakeBackLoad() {}

    public static void main(String[] arguments) {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
            for (int number = 1;; number++) {
                bring(workspace, "Import " + number);
                workspace.imports().takeBackLast("people");
                System.out.println(number);
            }
        }
    }

    static void bring(Workspace workspace, String name) {
        workspace.imports().replace("people", "people.csv", writer -> {
            for (int row = 0; row < ROWS; row++) {
                writer.write(row + 2, new PersonRow("P" + row, name));
            }
            return writer.rows();
        });
    }
}
