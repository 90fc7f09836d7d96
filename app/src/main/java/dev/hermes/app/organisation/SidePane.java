package dev.hermes.app.organisation;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Scrolled;
import dev.hermes.model.AssignmentKey;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** Beside the table: whoever is looked at, or else the organisation. */
final class SidePane {

    private final OrganisationModel model;
    private final PersonSections person;
    private final UnitSections unit;
    private final Sections sections;
    private final Node nobody;
    private final VBox panel = new VBox();
    private final ScrollPane view = Scrolled.of(panel);

    SidePane(OrganisationModel model) {
        this.model = model;
        sections = new Sections(model.texts());
        person = new PersonSections(model, sections);
        unit = new UnitSections(model, sections);
        nobody = new EmptyState(BootstrapIcons.PERSON, model.texts().text("organisation.nobodyChosen"),
                model.texts().text("organisation.choose"));
        panel.getStyleClass().add("panel");
        view.setId("person");
        view.getStyleClass().addAll("inspector", "edge-to-edge");
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.structure().subscribe(_ -> show());
        model.chosen().subscribe(_ -> show());
        model.part().subscribe(_ -> show());
        model.texts().wording().subscribe(_ -> show());
    }

    Region view() {
        return view;
    }

    private void show() {
        Structure now = model.structure().get();
        AssignmentKey key = model.chosen().get();
        List<Node> shown;
        if (now == null) {
            shown = List.of();
        } else if (key != null) {
            shown = person.of(now, key);
        } else if (model.part().get() instanceof Part.Unit of) {
            shown = unit.of(now, of.organisation());
        } else {
            shown = List.of(nobody);
        }
        panel.getChildren().setAll(shown);
    }
}
