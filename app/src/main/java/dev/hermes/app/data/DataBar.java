package dev.hermes.app.data;

import dev.hermes.app.background.Job;
import dev.hermes.app.frame.StepButtons;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.imports.Preview;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What is looked at, and what can be done with it. */
final class DataBar {

    private static final double PROGRESS = 160;

    private final DataModel model;
    private final Texts texts;
    private final Label name = Words.label("", "heading");
    private final HBox tags = new HBox(8);
    private final Button reject;
    private final Button keep;
    private final Button bring;
    private final Label doing = Words.label("", "soft");
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel;
    private final HBox view = new HBox();

    DataBar(DataModel model, BooleanProperty attributes, Runnable chooseTarget) {
        this.model = model;
        texts = model.texts();
        tags.setAlignment(Pos.CENTER_LEFT);
        reject = Words.button(texts.text("data.reject"), "reject-file", chooseTarget);
        reject.getStyleClass().add("quiet");
        keep = Words.button(texts.text("data.keep"), "keep-mapping", model.mapping()::keep);
        bring = Words.button(texts.text("data.import"), "import-file", model.delivery()::bring);
        bring.textProperty().unbind();
        bring.getStyleClass().add("accent");
        cancel = Words.button(texts.text("data.cancel"), "cancel-import", model.delivery()::cancel);
        StepButtons steps = StepButtons.of(model.frame(), "data-");
        progress.setPrefWidth(PROGRESS);
        progress.accessibleTextProperty().bind(doing.textProperty());
        view.getStyleClass().add("screen-bar");
        view.getChildren().addAll(new PageSwitch(texts, attributes, false).view(), name, tags, Words.gap(), doing,
                progress, cancel, steps.undo(), steps.redo(), reject, keep, bring);
        model.sources().inventory().subscribe(this::show);
        model.sources().source().subscribe(this::show);
        model.given().subscribe(this::show);
        model.preview().look().subscribe(this::show);
        model.preview().isLooking().subscribe(this::show);
        model.delivery().job().subscribe(this::follow);
        texts.wording().subscribe(this::show);
    }

    Node view() {
        return view;
    }

    private void show() {
        Source source = model.sources().chosen().orElse(null);
        name.setText(source == null ? "" : source.name());
        tags.getChildren().clear();
        Given given = model.given().get();
        Look look = model.preview().look().get();
        if (given != null) {
            String called = given.name(texts);
            tag(look == null || look.size() < 0 ? called : called + " · " + model.words().size(look.size()));
        }
        if (source == null || source.mapping().isEmpty()) {
            if (look != null && look.found() != null) {
                Mapping.Format written = look.found().format();
                tag(written instanceof Mapping.Format.Csv csv
                        ? model.words().written(csv)
                        : model.words().format(written));
            }
        } else {
            source.mapping().map(Mapping::format).ifPresent(format -> tag(format instanceof Mapping.Format.Csv csv
                    ? model.words().written(csv)
                    : model.words().format(source)));
        }
        boolean canKeep = model.mapping().canKeep();
        Words.shown(keep, canKeep);
        act(look);
    }

    private void act(@Nullable Look look) {
        Preview preview = look == null ? null : look.preview();
        bring.setText(preview != null && look != null && look.isWhole()
                ? texts.get("data.importRows", preview.read() - preview.leftOut() - preview.rejected())
                : texts.get("data.import"));
        bring.setDisable(!model.delivery().canDeliver());
        reject.setDisable(!model.delivery().canDeliver());
    }

    private void tag(String text) {
        Label tag = Words.label(text, "tag");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        tags.getChildren().add(tag);
    }

    private void follow(@Nullable Job job) {
        boolean busy = job != null;
        for (Node node : new Node[] {doing, progress, cancel}) {
            Words.shown(node, busy);
        }
        progress.progressProperty().unbind();
        if (job != null) {
            doing.setText(job.title());
            progress.progressProperty().bind(job.progress());
        }
        act(model.preview().look().get());
    }
}
