package dev.hermes.app.indicators;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.app.frame.Toast;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.language.Wording;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import dev.hermes.plan.PayCalendar;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportListener;
import dev.hermes.workspace.imports.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Four people who sold something, what is made of that, and a scheme that pays for it. */
abstract class IndicatorsFixture {

    private static final String DOCUMENTS = """
            hermes: 1
            kind: calendar
            code: months
            periods: months
            ---
            hermes: 1
            kind: datedValue
            code: sale
            name: Sale
            type: CNY
            of: person
            ---
            hermes: 1
            kind: indicator
            code: sold
            name: Sold
            type: base
            unit: CNY
            actual: {datedValue: sale}
            target: {formula: "100"}
            ---
            hermes: 1
            kind: indicator
            code: twice
            name: Twice
            type: composite
            unit: CNY
            formula: sold * 2
            ---
            hermes: 1
            kind: indicator
            code: judged
            name: Judged
            type: subjective
            unit: ratio
            score: {lowest: 0.8, highest: 1.2, default: 1}
            ---
            hermes: 1
            kind: ruleTable
            code: tenth
            unit: CNY
            rules: [{expression: indicator / 10}]
            ---
            hermes: 1
            kind: parameter
            code: bonus
            name: Bonus
            unit: CNY
            items: [{indicator: twice, rules: tenth}]
            ---
            hermes: 1
            kind: population
            code: everybody
            include: {positions: [rep]}
            ---
            hermes: 1
            kind: scheme
            code: monthly
            name: Monthly pay
            population: everybody
            calendar: months
            from: 2026-01-01
            payLine: variable
            currency: CNY
            parameters: [bonus]
            coefficient: judged
            """;

    @TempDir
    Path folder;

    Workspace workspace;
    FrameModel frame;
    IndicatorsModel model;

    @BeforeEach
    final void open() throws IOException {
        workspace = Workspace.create(folder.resolve("workspace"));
        Offscreen.start();
        frame = Offscreen.call(() -> new FrameModel(new SettingsFile(folder.resolve("settings.json"))));
        Offscreen.run(() -> frame.texts().wording().set(new Wording(Language.ENGLISH, Numbers.USUAL)));
        model = Offscreen.call(() -> new IndicatorsModel(frame));
        Offscreen.run(() -> frame.add(new Shown(model)));
    }

    /** The screen of indicators without its view. */
    private record Shown(ScreenModel model) implements Screen {

        @Override
        public Place place() {
            return Place.INDICATORS;
        }

        @Override
        public Node view() {
            return new Region();
        }
    }

    @AfterEach
    final void close() {
        Offscreen.run(frame::close);
        workspace.close();
    }

    /** Shows the documents, with values of three of the people in April. */
    final void enter() throws IOException {
        apply(DOCUMENTS);
        bring("persons", """
                person,name
                1,Ann
                2,Bo
                3,Cy
                4,Di
                """);
        bring("organisations", """
                code,name,level,parent,from,to
                N,North,branch,,,
                """);
        bring("assignments", """
                person,position,organisation,from,to
                1,rep,N,2025-01-01,
                2,rep,N,2025-01-01,
                3,rep,N,2025-01-01,
                4,rep,N,2025-01-01,
                """);
        bring("datedValues", """
                person,value,from,to
                1,120,,
                2,80,,
                3,80,,
                """);
        show();
        look("2026-04");
    }

    final void apply(String documents) {
        workspace.documents().apply(List.of(DocumentFile.read("documents.yaml", documents)));
    }

    /** Shows the workspace as it is. */
    final void show() {
        after(() -> frame.enter(workspace));
    }

    /** Looks at a month. */
    final void look(String month) {
        PayCalendar months = new PayCalendar(workspace.documents().library().calendar("months").orElseThrow());
        after(() -> frame.period().set(new PayPeriod("months", months.find(month).orElseThrow(), false)));
    }

    private void bring(String into, String text) throws IOException {
        Files.writeString(folder.resolve(into + ".csv"), text);
        StringBuilder mapping = new StringBuilder("hermes: 1\nkind: mapping\ncode: " + into + "\nfile: " + into
                + ".csv\ninto: " + into + "\n" + (into.equals("datedValues") ? "of: sale\n" : "") + "fields:\n");
        for (String column : text.substring(0, text.indexOf('\n')).split(",")) {
            mapping.append("  ").append(column).append(": ").append(column).append('\n');
        }
        Importer.run(workspace, DocumentFile.read(into + ".yaml", mapping.toString()).documents().getFirst(), folder,
                ImportListener.NONE);
    }

    /** Waits for all that an action begins. */
    final void after(Runnable action) {
        Offscreen.run(action);
        Offscreen.calm(frame.background());
    }

    static <T> T seen(Callable<T> look) {
        return Offscreen.call(look);
    }

    final GraphNode card(String id) {
        return seen(() -> model.graph().get().node(id).orElseThrow());
    }

    final List<String> toasts() {
        return seen(() -> frame.toasts().stream().map(Toast::text).toList());
    }

    final List<String> problems() {
        return seen(() -> frame.problems().stream().map(problem -> problem.text()).toList());
    }
}
