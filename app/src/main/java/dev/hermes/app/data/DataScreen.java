package dev.hermes.app.data;

import dev.hermes.app.frame.Action;
import dev.hermes.app.frame.Command;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Once;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.app.language.Texts;
import dev.hermes.workspace.Imports;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The screen on which data comes in. */
public final class DataScreen implements Screen {

    private final FrameModel frame;
    private final DataModel model;
    private final AttributesModel attributes;
    private final Once<DataView> view;

    public DataScreen(FrameModel frame) {
        this.frame = frame;
        model = new DataModel(frame);
        attributes = new AttributesModel(frame, model, Clock.system(ZoneId.systemDefault()));
        view = new Once<>(() -> new DataView(model, attributes));
    }

    @Override
    public Place place() {
        return Place.DATA;
    }

    @Override
    public Node view() {
        return view.get().view();
    }

    @Override
    public ScreenModel model() {
        return model;
    }

    /** Looks at a source; null: at all of them. */
    public void reveal(@Nullable String source) {
        frame.place().set(Place.DATA);
        attributes.isShown().set(false);
        model.sources().choose(source);
    }

    /** Looks at attributes, and at the first that a text finds; at none where it is empty. */
    public void find(String attribute) {
        frame.place().set(Place.DATA);
        attributes.find(attribute);
    }

    /** Asks what another attribute is to be. */
    public void addAttribute() {
        frame.place().set(Place.DATA);
        attributes.isShown().set(true);
        attributes.beginAdding(true);
    }

    /** Opens a file with mappings, or looks at one with data. */
    public void take(Path file) {
        frame.place().set(Place.DATA);
        model.take(file);
    }

    /** Opens the terms of a field; null: closes them. */
    public void open(@Nullable String field) {
        model.mapping().open(field);
    }

    /** Shows all rows of a file, or only those that would be rejected. */
    public void filter(boolean onlyRejected) {
        model.preview().onlyRejected().set(onlyRejected);
    }

    /** Brings the file in that is looked at. */
    public void bring() {
        model.delivery().bring();
    }

    /** Shows the rows that the import has rejected which is looked at. */
    public void showRejected() {
        Imports.Import shown = model.sources().shown().get();
        if (shown != null) {
            model.showRejected(shown);
        }
    }

    @Override
    public List<Action> actions() {
        Texts texts = frame.texts();
        MappingModel mapping = model.mapping();
        return List.of(Action.of(texts.text("data.chooseFile"), onPage(() -> view.get().chooseFile())),
                Action.of(texts.text("data.openMapping"), onPage(() -> view.get().chooseMapping())),
                Action.of(texts.text("data.paste"), onPage(() -> view.get().paste()))
                        .on(Action.Reach.SCREEN, "Shortcut+V")
                        .when(() -> !attributes.isShown().get() && model.canPaste()),
                Action.of(texts.text("data.import"), onPage(model.delivery()::bring))
                        .when(model.delivery()::canDeliver),
                Action.of(texts.text("data.mend"), onPage(this::chooseMended)).when(() -> mended() != null),
                Action.of(texts.text("data.keep"), onPage(mapping::keep)).when(mapping::canKeep),
                Action.of(texts.text("attributes.title"), () -> attributes.find("")),
                Action.of(texts.text("attributes.new"), this::addAttribute));
    }

    /** Sources are shown before anything is done with them. */
    private Runnable onPage(Runnable work) {
        return () -> {
            attributes.isShown().set(false);
            work.run();
        };
    }

    /** The import whose rejected rows can be brought in once they are mended; null where there is none. */
    private Imports.@Nullable Import mended() {
        Imports.Import shown = model.sources().shown().get();
        return shown != null && model.delivery().canMend(shown) ? shown : null;
    }

    private void chooseMended() {
        Imports.Import shown = mended();
        if (shown != null) {
            view.get().chooseMended(shown);
        }
    }

    @Override
    public Supplier<List<Command>> findable() {
        List<Command> commands = new ArrayList<>();
        String kind = frame.texts().get("palette.source");
        model.sources().inventory().get().sources().forEach(source -> commands
                .add(new Command(source.name(), source.code() + " · " + kind, () -> reveal(source.code()))));
        return () -> commands;
    }
}
