package dev.hermes.app.robot;

import dev.hermes.app.frame.Place;
import dev.hermes.app.organisation.OrganisationScreen;
import dev.hermes.app.window.Offscreen;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportListener;
import dev.hermes.workspace.imports.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/**
 * Measures what the screen's thread has to do for a company of 50,000 people in 5,000 organisations: each step says how long
 * it took until all was shown, and {@link ScreenWatch} how long the thread gave no answer. Not run by the build; the first
 * argument is a folder, which keeps the company for the next time.
 */
final class PeopleProbe {

    private static final int PEOPLE = 50_000;
    private static final int ORGANISATIONS = 5_000;
    private static final String DOCUMENTS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: datedValue
            code: grade
            name: Grade
            type: text
            of: person
            """;

    private final Robot robot;
    private final String name;

    private PeopleProbe(Robot robot, String name) {
        this.robot = robot;
        this.name = name;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path workspace = folder.resolve("workspace");
        if (!Files.exists(workspace)) {
            found(folder, workspace);
        }
        try (Robot robot = Robot.start("people, all of it", folder.resolve("settings.json"))) {
            robot.open(workspace);
            new PeopleProbe(robot, "people: ").run();
        }
        System.exit(0);
    }

    private void run() {
        OrganisationScreen screen = (OrganisationScreen) robot.workbench().model().screen(Place.ORGANISATION);
        step("open the screen", () -> robot.workbench().model().place().set(Place.ORGANISATION));
        DatePicker day = (DatePicker) robot.find("#as-of");
        DatePicker since = (DatePicker) robot.find("#since");
        TextField search = (TextField) robot.find("#people-search");
        TableView<?> table = (TableView<?>) robot.find("#people");
        for (int month = 1; month <= 3; month++) {
            LocalDate on = LocalDate.of(2026, month, 15);
            step("another day", () -> day.setValue(on));
        }
        for (String text : List.of("n", "na", "nam", "name 4", "name 49", "name 499", "")) {
            step("search '" + text + "'", () -> search.setText(text));
        }
        for (int column : new int[] {0, 1, 3}) {
            step("sort", () -> sort(table, column));
        }
        step("somebody far down", () -> screen.find("49999_rep"));
        step("no search any more", () -> search.setText(""));
        step("compare", () -> since.setValue(LocalDate.of(2025, 6, 1)));
        step("another screen", () -> robot.workbench().model().place().set(Place.DATA));
        step("back again", () -> robot.workbench().model().place().set(Place.ORGANISATION));
    }

    private static <S> void sort(TableView<S> table, int column) {
        TableColumn<S, ?> by = table.getColumns().get(column);
        table.getSortOrder().setAll(List.of(by));
    }

    private void step(String what, Runnable action) {
        long begun = System.nanoTime();
        try (ScreenWatch _ = Offscreen.call(() -> new ScreenWatch(name + what, Thread.currentThread()))) {
            Offscreen.run(action);
            robot.calm();
        }
        System.out.println(String.format(Locale.ROOT, "%-24s %6.0f ms until calm", what,
                (System.nanoTime() - begun) / 1e6));
    }

    private static void found(Path folder, Path at) throws IOException {
        Map<String, StringBuilder> files = new TreeMap<>();
        for (String header : List.of("organisations:code,name,level,parent,from,to", "persons:person,name",
                "assignments:person,position,organisation,from,to", "leaders:organisation,person,position,from,to",
                "datedValues:person,value,from,to")) {
            int end = header.indexOf(':');
            files.put(header.substring(0, end), new StringBuilder(header.substring(end + 1)).append('\n'));
        }
        for (int unit = 0; unit < ORGANISATIONS; unit++) {
            String parent = unit == 0 ? "" : "O" + (unit - 1) / 10;
            line(files, "organisations", "O" + unit, "Unit " + unit, "level" + Integer.toString(unit, 10).length(),
                    parent, "2020-01-01", "");
            line(files, "leaders", "O" + unit, String.valueOf(unit), "head", "2020-01-01", "");
        }
        for (int person = 0; person < PEOPLE; person++) {
            String number = String.valueOf(person);
            int unit = person % ORGANISATIONS;
            line(files, "persons", number, "Name " + person);
            if (person < ORGANISATIONS) {
                line(files, "assignments", number, "head", "O" + unit, "2020-01-01", "");
            } else {
                String moved = LocalDate.of(2024, 1, 1).plusDays(person % 1000).toString();
                line(files, "assignments", number, "trainee", "O" + (unit + 7) % ORGANISATIONS, "2022-01-01", moved);
                line(files, "assignments", number, "rep", "O" + unit, moved, "");
            }
            line(files, "datedValues", number, "G" + person % 9, "2020-01-01", "");
        }
        try (Workspace workspace = Workspace.create(at)) {
            workspace.documents().apply(List.of(DocumentFile.read("documents.yaml", DOCUMENTS)));
            for (String into : List.of("organisations", "persons", "assignments", "leaders", "datedValues")) {
                StringBuilder text = files.getOrDefault(into, new StringBuilder());
                Files.writeString(folder.resolve(into + ".csv"), text);
                StringBuilder mapping = new StringBuilder("hermes: 1\nkind: mapping\ncode: " + into + "\nfile: " + into
                        + ".csv\ninto: " + into + "\n" + (into.equals("datedValues") ? "of: grade\n" : "")
                        + "fields:\n");
                for (String column : text.substring(0, text.indexOf("\n")).split(",")) {
                    mapping.append("  ").append(column).append(": ").append(column).append('\n');
                }
                Importer.run(workspace, DocumentFile.read(into + ".yaml", mapping.toString()).documents().getFirst(),
                        folder, ImportListener.NONE);
            }
        }
    }

    private static void line(Map<String, StringBuilder> files, String into, String... cells) {
        files.getOrDefault(into, new StringBuilder()).append(String.join(",", cells)).append('\n');
    }
}
