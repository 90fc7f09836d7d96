package dev.hermes.app.data;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.language.Wording;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty workspace, the model of the screen of data, and documents by which orders of a shop come in. */
abstract class OrdersFixture {

    static final String DATASET = """
            hermes: 1
            kind: dataset
            code: orders
            name: Orders
            columns:
              order: text
              booked: date
              seller: {type: text, required: true}
              channel: text
              amount: {type: CNY, digits: 12, scale: 2, min: 0}
            key: order
            date: booked
            credit: {person: seller}
            """;
    static final String MAPPING = """
            hermes: 1
            kind: mapping
            code: shop
            name: Shop orders
            file: orders.csv
            into: facts
            of: orders
            fields: {order: no, booked: day, seller: who}
            """;

    @TempDir
    Path folder;

    Workspace workspace;
    FrameModel frame;
    DataModel data;

    @BeforeEach
    final void open() {
        workspace = Workspace.create(folder.resolve("workspace"));
        Offscreen.start();
        frame = Offscreen.call(() -> new FrameModel(new SettingsFile(folder.resolve("settings.json"))));
        Offscreen.run(() -> frame.texts().wording().set(new Wording(Language.ENGLISH, Numbers.USUAL)));
        data = Offscreen.call(() -> new DataModel(frame));
        Offscreen.run(() -> {
            frame.add(new Shown(data));
            frame.place().set(Place.DATA);
        });
    }

    /** The screen of data without its view. */
    private record Shown(ScreenModel model) implements Screen {

        @Override
        public Place place() {
            return Place.DATA;
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

    final void enter(String... documents) {
        apply(documents);
        show();
    }

    final void apply(String... documents) {
        workspace.documents().apply(IntStream.range(0, documents.length)
                .mapToObj(i -> DocumentFile.read("document" + i + ".yaml", documents[i])).toList());
    }

    /** Shows the workspace as it is. */
    final void show() {
        after(() -> frame.enter(workspace));
    }

    /** Looks at rows through the mapping of the shop. */
    final void lookAtOrders(String rows) {
        after(() -> data.sources().choose("shop"));
        after(() -> data.lookAt(file("orders.csv", rows)));
    }

    /** Waits for all that an action begins. */
    final void after(Runnable action) {
        Offscreen.run(action);
        Offscreen.calm(frame.background());
    }

    static <T> T seen(Callable<T> look) {
        return Offscreen.call(look);
    }

    final List<Preview.Row> rows() {
        return seen(data.preview()::rows);
    }

    final Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
