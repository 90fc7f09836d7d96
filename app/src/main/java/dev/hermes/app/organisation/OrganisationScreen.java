package dev.hermes.app.organisation;

import dev.hermes.app.frame.Command;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Once;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.model.AssignmentKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The screen on which the organisation of a day is looked at. */
public final class OrganisationScreen implements Screen {

    private final FrameModel frame;
    private final OrganisationModel model;
    private final Once<OrganisationView> view;

    public OrganisationScreen(FrameModel frame) {
        this.frame = frame;
        model = new OrganisationModel(frame, Clock.system(ZoneId.systemDefault()));
        view = new Once<>(() -> new OrganisationView(model));
    }

    @Override
    public Place place() {
        return Place.ORGANISATION;
    }

    @Override
    public Node view() {
        return view.get().view();
    }

    @Override
    public ScreenModel model() {
        return model;
    }

    /** Looks at whoever a text finds first. */
    public void find(String text) {
        frame.place().set(Place.ORGANISATION);
        model.find(text);
    }

    /** Compares with an earlier day; null: with none. */
    public void compare(@Nullable LocalDate with) {
        frame.place().set(Place.ORGANISATION);
        model.compare(with);
    }

    /** Looks at an assignment. */
    public void reveal(AssignmentKey key) {
        frame.place().set(Place.ORGANISATION);
        model.reveal(key);
    }

    @Override
    public Supplier<List<Command>> findable() {
        Structure now = model.structure().get();
        if (now == null) {
            return List::of;
        }
        String kind = frame.texts().get("palette.person");
        return () -> now.holders().stream().map(holder -> new Command(holder.name(), holder.key() + " · " + kind,
                () -> reveal(holder.key()))).toList();
    }
}
