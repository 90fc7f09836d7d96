package dev.hermes.app.organisation;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the table: of whom it is, what became of them since the other day, and what can be done with it. */
final class PartBar {

    private final OrganisationModel model;
    private final PeopleColumns columns;
    private final Texts texts;
    private final HBox path = new HBox();
    private final HBox kinds = new HBox(6);
    private final HBox view;

    PartBar(OrganisationModel model, PeopleColumns columns) {
        this.model = model;
        this.columns = columns;
        texts = model.texts();
        path.setAlignment(Pos.CENTER_LEFT);
        path.setMinWidth(0);
        kinds.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(path, Priority.ALWAYS);
        view = new HBox(8, path, kinds, choice(),
                Words.button(BootstrapIcons.FILES, texts.text("organisation.copy"), "people-copy",
                        () -> columns.copy(model.listing().get().rows())),
                Words.button(BootstrapIcons.DOWNLOAD, texts.text("organisation.export"), "people-export",
                        this::export));
        view.getStyleClass().add("part-bar");
        model.listing().subscribe(_ -> show());
        model.part().subscribe(_ -> show());
        model.changes().subscribe(_ -> count());
        model.kind().subscribe(_ -> count());
        texts.wording().subscribe(_ -> {
            show();
            count();
        });
    }

    Node view() {
        return view;
    }

    private MenuButton choice() {
        MenuButton choice = new MenuButton("", new FontIcon(BootstrapIcons.LAYOUT_THREE_COLUMNS));
        choice.setId("people-columns");
        choice.getStyleClass().add("quiet");
        choice.accessibleTextProperty().bind(texts.text("organisation.columns"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("organisation.columns"));
        choice.setTooltip(tooltip);
        choice.setOnShowing(_ -> {
            choice.getItems().clear();
            boolean isUsual = true;
            for (Field field : columns.all()) {
                if (isUsual && field instanceof Field.Value) {
                    choice.getItems().add(new SeparatorMenuItem());
                    isUsual = false;
                }
                CheckMenuItem item = new CheckMenuItem(columns.title(field));
                item.setSelected(columns.isShown(field));
                item.setDisable(field == Field.Usual.PERSON);
                item.setOnAction(_ -> columns.show(field, item.isSelected()));
                choice.getItems().add(item);
            }
        });
        // A menu without anything in it does not open.
        choice.getItems().add(new SeparatorMenuItem());
        return choice;
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("organisation.export"));
        chooser.setInitialFileName("people-" + model.day().get() + ".xlsx");
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(texts.get("organisation.export.excel"), "*.xlsx"),
                new FileChooser.ExtensionFilter(texts.get("organisation.export.csv"), "*.csv"));
        File chosen = chooser.showSaveDialog(view.getScene().getWindow());
        if (chosen != null) {
            columns.export(chosen.toPath(), model.listing().get().rows());
        }
    }

    private void show() {
        Structure now = model.structure().get();
        List<Node> steps = new ArrayList<>();
        if (now != null) {
            if (!model.search().get().isBlank()) {
                steps.add(here(texts.get("organisation.found", model.search().get().strip())));
            } else {
                steps(now, model.part().get(), steps);
            }
            steps.add(Words.label(texts.get("organisation.number", model.listing().get().rows().size()), "tag"));
        }
        path.getChildren().setAll(steps);
    }

    private void steps(Structure now, @Nullable Part part, List<Node> steps) {
        switch (part) {
            case null -> steps.add(here(texts.get("organisation.everybody")));
            case Part.Unit unit -> {
                List<OrganisationNode> nodes = now.path(unit.organisation());
                for (OrganisationNode node : nodes) {
                    Part.Unit of = new Part.Unit(node.code(), null);
                    steps.add(of.equals(unit) ? here(node.name()) : link(node.name(), of));
                    steps.add(apart());
                }
                if (nodes.isEmpty()) {
                    steps.add(here(now.organisation(unit.organisation())));
                } else {
                    steps.removeLast();
                }
                if (unit.position() != null) {
                    steps.addAll(List.of(apart(), here(unit.position())));
                }
            }
            case Part.Below below -> {
                now.superiors(below.superior()).forEach(holder -> {
                    steps.add(link(holder.name(), new Part.Below(holder.key(), below.all())));
                    steps.add(apart());
                });
                steps.add(here(now.people().name(below.superior().person())));
                steps.add(apart());
                steps.add(reach(below, false));
                steps.add(reach(below, true));
            }
        }
    }

    private ToggleButton reach(Part.Below below, boolean all) {
        ToggleButton button = new ToggleButton(texts.get(all ? "organisation.below.all" : "organisation.below.direct"));
        button.setId(all ? "below-all" : "below-direct");
        button.getStyleClass().addAll("tag", "look");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(below.all() == all);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.choose(new Part.Below(below.superior(), all));
        });
        HBox.setMargin(button, new Insets(0, 6, 0, 0));
        return button;
    }

    private static Label here(String text) {
        Label here = Words.label(text, "strong");
        HBox.setMargin(here, new Insets(0, 8, 0, 0));
        return here;
    }

    private static Label apart() {
        Label apart = Words.label("›", "faint", "step");
        apart.setMinWidth(Region.USE_PREF_SIZE);
        return apart;
    }

    private Hyperlink link(String text, Part part) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("step-link");
        link.setOnAction(_ -> model.choose(part));
        return link;
    }

    private void count() {
        kinds.getChildren().clear();
        Changes changes = model.changes().get();
        if (changes == null) {
            return;
        }
        for (Change.Kind kind : Change.Kind.values()) {
            ToggleButton button = new ToggleButton(texts.get(kind.key() + ".count", changes.count(kind)));
            button.setId("change-" + kind.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("tag", "look");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(kind == model.kind().get());
            button.setDisable(changes.count(kind) == 0 && kind != model.kind().get());
            button.setOnAction(_ -> model.kind().set(button.isSelected() ? kind : null));
            kinds.getChildren().add(button);
        }
    }
}
