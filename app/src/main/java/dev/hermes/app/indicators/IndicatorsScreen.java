package dev.hermes.app.indicators;

import dev.hermes.app.frame.Action;
import dev.hermes.app.frame.Command;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;

/** The screen on which indicators are designed. */
public final class IndicatorsScreen implements Screen {

    private final FrameModel frame;
    private final Texts texts;
    private final IndicatorsModel model;
    private final IndicatorsView view;

    public IndicatorsScreen(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
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

    /** Looks at what a parameter pays. */
    public void revealParameter(String code) {
        reveal(References.parameterId(code));
    }

    /** Looks at what a scheme pays. */
    public void revealScheme(String code) {
        reveal(References.schemeId(code));
    }

    /** Begins an edge from the indicator that is looked at, which keys then lead. */
    public void connect() {
        view.connect();
    }

    @Override
    public List<Action> actions() {
        return view.actions();
    }

    @Override
    public Supplier<List<Command>> findable() {
        Snapshot now = model.snapshot().get();
        if (now == null) {
            return List::of;
        }
        List<Command> commands = new ArrayList<>();
        now.library().indicators().forEach(indicator -> commands.add(new Command(indicator.name(),
                indicator.code() + " · " + texts.get(words(Cards.kind(indicator))) + " · " + indicator.unit(),
                () -> reveal(indicator.code()))));
        now.library().parameters().forEach(parameter -> commands.add(new Command(parameter.name(),
                parameter.code() + " · " + texts.get(words(NodeKind.PARAMETER)) + " · " + parameter.unit().name(),
                () -> revealParameter(parameter.code()))));
        now.library().schemes().forEach(scheme -> commands.add(new Command(scheme.name(),
                scheme.code() + " · " + texts.get("palette.scheme"), () -> reveal(scheme))));
        return () -> commands;
    }

    private static String words(NodeKind kind) {
        return "graph." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Looks at what a scheme rewards. */
    private void reveal(Scheme scheme) {
        frame.place().set(Place.INDICATORS);
        view.reveal(scheme.parameters().stream().map(References::parameterId).toList());
    }
}
