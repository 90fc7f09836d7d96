package dev.hermes.app.indicators;

import dev.hermes.app.frame.Command;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.workspace.Workspace;
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
        frame.place().subscribe(place -> {
            if (place == Place.INDICATORS) {
                model.lookAgain();
            }
        });
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
    public void enter(Workspace workspace) {
        model.enter(workspace);
    }

    @Override
    public void leave() {
        model.leave();
    }

    @Override
    public void rowsChanged() {
        model.figures().calculate();
    }

    /** Looks at an indicator. */
    public void reveal(String code) {
        frame.place().set(Place.INDICATORS);
        view.reveal(code);
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(frame.texts().get("indicators.arrange"), frame.texts().get("place.indicators"),
                model.edits()::arrange));
        model.graph().get().nodes().forEach(node -> commands
                .add(new Command(node.title(), node.tag(), () -> reveal(node.id()))));
        return commands;
    }
}
