package dev.hermes.app.data;

import dev.hermes.app.frame.Command;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Once;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.workspace.Imports;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
        model.choose(source);
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

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        String place = frame.texts().get("place.data");
        commands.add(new Command(frame.texts().get("data.chooseFile"), place, () -> view.get().chooseFile()));
        commands.add(new Command(frame.texts().get("data.openMapping"), place, () -> view.get().chooseMapping()));
        commands.add(new Command(frame.texts().get("attributes.title"), place, () -> find("")));
        commands.add(new Command(frame.texts().get("attributes.new"), place, this::addAttribute));
        if (model.canPaste()) {
            commands.add(new Command(frame.texts().get("data.paste"), "Ctrl+V", () -> {
                frame.place().set(Place.DATA);
                attributes.isShown().set(false);
                view.get().paste();
            }));
        }
        if (model.canDeliver()) {
            commands.add(new Command(frame.texts().get("data.import"), place, model::bring));
        }
        Imports.Import shown = model.shown().get();
        if (shown != null && model.canMend(shown)) {
            commands.add(new Command(frame.texts().get("data.mend"), place, () -> {
                frame.place().set(Place.DATA);
                view.get().chooseMended(shown);
            }));
        }
        model.inventory().get().sources().forEach(source -> commands
                .add(new Command(source.name(), place, () -> reveal(source.code()))));
        return commands;
    }
}
