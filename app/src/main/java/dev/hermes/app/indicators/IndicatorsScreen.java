package dev.hermes.app.indicators;

import dev.hermes.app.frame.Command;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.app.frame.ScreenModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** The screen on which indicators are designed. */
public final class IndicatorsScreen implements Screen {

    private final FrameModel frame;
    private final IndicatorsModel model;
    private final IndicatorsView view;

    public IndicatorsScreen(FrameModel frame) {
        this.frame = frame;
        model = new IndicatorsModel(frame);
        view = new IndicatorsView(model);
    }

    @Override
    public Place place() {
        return Place.INDICATORS;
    }

    @Override
    public Node view() {
        return view.view();
    }

    @Override
    public ScreenModel model() {
        return model;
    }

    /** Looks at an indicator. */
    public void reveal(String code) {
        frame.place().set(Place.INDICATORS);
        view.reveal(code);
    }

    /** Begins an edge from the indicator that is looked at, which keys then lead. */
    public void connect() {
        view.connect();
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(frame.texts().get("indicators.arrange"), frame.texts().get("place.indicators"),
                model.edits()::arrange));
        if (model.selected().get() != null) {
            commands.add(new Command(frame.texts().get("indicators.connect"), "C", this::connect));
        }
        model.graph().get().nodes().forEach(node -> commands
                .add(new Command(node.title(), node.tag(), () -> reveal(node.id()))));
        return commands;
    }
}
