package dev.hermes.app.frame;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way to the screens, at the left. */
final class Rail {

    private final FrameModel model;
    private final VBox view = new VBox();
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);

    Rail(FrameModel model) {
        this.model = model;
        view.getStyleClass().add("rail");
        model.screens().forEach(screen -> add(screen.place()));
        model.place().subscribe(place -> buttons.forEach((of, button) -> button.setSelected(of == place)));
        view.getChildren().add(settings());
        view.visibleProperty().bind(model.workspace().isNotNull());
        view.managedProperty().bind(view.visibleProperty());
    }

    private Node settings() {
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button button = Words.button(BootstrapIcons.GEAR, model.texts().text("settings.title"), "settings-button",
                () -> model.choosing().set(true));
        button.getStyleClass().add("rail-button");
        VBox foot = new VBox(gap, button);
        VBox.setVgrow(foot, Priority.ALWAYS);
        foot.setAlignment(Pos.BOTTOM_CENTER);
        return foot;
    }

    private void add(Place place) {
        ToggleButton button = new ToggleButton();
        button.textProperty().bind(model.texts().text(place.key()));
        button.accessibleTextProperty().bind(model.texts().text(place.key()));
        button.setGraphic(new FontIcon(place.icon()));
        button.getStyleClass().add("rail-button");
        button.setId("rail-" + place.name().toLowerCase(java.util.Locale.ROOT));
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.place().set(place);
        });
        buttons.put(place, button);
        view.getChildren().add(button);
    }

    Node view() {
        return view;
    }
}
