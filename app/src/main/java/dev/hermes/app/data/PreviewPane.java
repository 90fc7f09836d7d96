package dev.hermes.app.data;

import dev.hermes.app.frame.EmptyState;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.workspace.imports.Preview;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** The first rows of a file as they would be brought in, and why some would not. */
final class PreviewPane {

    private final DataModel model;
    private final Texts texts;
    private final Runnable chooseFile;
    private final Runnable openMapping;
    private final Label count = Words.label("", "tag");
    private final ToggleButton onlyRejected = new ToggleButton();
    private final ToggleButton asInFile = new ToggleButton();
    private final Button choose;
    private final Button pasteRows;
    private final Button back;
    private final PreviewTable table;
    private final BorderPane view = new BorderPane();

    PreviewPane(DataModel model, Runnable chooseFile, Runnable openMapping, Runnable paste) {
        this.model = model;
        texts = model.texts();
        this.chooseFile = chooseFile;
        this.openMapping = openMapping;
        pasteRows = Words.button(BootstrapIcons.CLIPBOARD_PLUS, texts.text("data.paste"), "paste-rows", paste);
        choose = Words.button(texts.text("data.chooseFile"), "choose-file", chooseFile);
        back = Words.button(texts.text("data.rejects.back"), "leave-rejected", model.preview()::leaveRejected);
        table = new PreviewTable(model);
        view.setId("preview");
        view.getStyleClass().addAll("panel", "right", "preview");
        view.setTop(head());
        model.sources().inventory().subscribe(this::show);
        model.sources().source().subscribe(this::show);
        model.given().subscribe(this::show);
        model.preview().look().subscribe(this::show);
        model.preview().kept().subscribe(this::show);
        texts.wording().subscribe(this::show);
    }

    Node view() {
        return view;
    }

    private Node head() {
        onlyRejected.setId("only-rejected");
        onlyRejected.getStyleClass().addAll("tag", "filter");
        onlyRejected.selectedProperty().bindBidirectional(model.preview().onlyRejected());
        asInFile.setId("as-in-file");
        asInFile.getStyleClass().addAll("tag", "look");
        asInFile.textProperty().bind(texts.text("data.asInFile"));
        asInFile.selectedProperty().bindBidirectional(model.preview().asInFile());
        Label hint = Words.label(texts.text("data.nothingStored"), "faint");
        hint.visibleProperty().bind(
                Bindings.isNotNull(model.preview().look()).and(Bindings.isNull(model.preview().kept())));
        HBox head = new HBox(8, Words.whole(Words.label(texts.text("data.preview"), "caption")), Words.whole(count),
                Words.whole(onlyRejected), Words.whole(asInFile),
                Words.gap(), hint, back, pasteRows, choose);
        head.getStyleClass().add("preview-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show() {
        Look look = model.preview().look().get();
        KeptRows kept = model.preview().kept().get();
        Preview preview = look == null || kept != null ? null : look.preview();
        Words.shown(back, kept != null);
        Words.shown(count, preview != null || kept != null);
        Words.shown(onlyRejected, preview != null && preview.rejected() > 0);
        Words.shown(asInFile, preview != null);
        Words.shown(pasteRows, model.canPaste());
        // Where nothing is looked at yet, it is offered in the middle.
        Words.shown(choose, look != null || kept != null || model.given().get() != null);
        if (kept != null) {
            count.setText(texts.get("data.rejects.of", model.words().moment(kept.made().importedAt()),
                    kept.rows().rows().size()));
            view.setCenter(table.show(kept.rows()));
        } else if (preview != null && look != null) {
            count.setText(texts.get(look.isWhole() ? "data.allRows" : "data.firstRows", preview.read()));
            onlyRejected.setText(texts.get("data.onlyRejected", preview.rejected()));
            view.setCenter(table.show(preview));
        } else {
            view.setCenter(instead(look));
        }
    }

    /** What is said where there are no rows to be shown. */
    private Node instead(@Nullable Look look) {
        Source source = model.sources().chosen().orElse(null);
        Problem problem = look == null ? null : look.problem();
        if (problem != null) {
            return unfit(problem);
        }
        if (source != null && source.mapping().isEmpty() && model.given().get() == null) {
            return new EmptyState(BootstrapIcons.FILE_EARMARK_CODE, texts.text("data.empty.elsewhere"),
                    texts.text("data.empty.elsewhere.lead", source.code()),
                    Words.button(texts.text("data.openMapping"), "empty-open-mapping", openMapping));
        }
        if (model.given().get() != null && look == null) {
            return new EmptyState(BootstrapIcons.HOURGLASS_SPLIT, texts.text("data.reading"),
                    texts.text("data.nothingStored"));
        }
        if (look != null) {
            return new EmptyState(BootstrapIcons.ARROW_LEFT_CIRCLE, texts.text("data.empty.decide"),
                    texts.text("data.empty.decide.lead"));
        }
        return new EmptyState(BootstrapIcons.BOX_ARROW_IN_DOWN,
                source == null ? texts.text("data.empty.title") : texts.text("data.empty.file", source.name()),
                texts.text(source == null ? "data.empty.lead" : "data.empty.file.lead"),
                Words.button(texts.text("data.chooseFile"), "empty-choose-file", chooseFile));
    }

    private Node unfit(Problem problem) {
        boolean isPasted = model.given().get() instanceof Given.Pasted;
        boolean isMapped = model.sources().chosen().flatMap(Source::mapping).isPresent();
        String title = isPasted ? "data.unfitPasted" : isMapped ? "data.unfit" : "data.unreadable";
        HBox head = new HBox(8, Words.label(texts.get(title), "bad", "strong"),
                Words.label(problem.code(), "tag", "mono"));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(12, head, MappingPane.hint(problem.text(texts)));
        HBox buttons = new HBox(8);
        if (model.sources().chosen().filter(source -> source.dataset() != null).isPresent()) {
            box.getChildren().add(MappingPane.hint(texts.get("data.keepFirst"), "soft"));
            buttons.getChildren().add(Words.button(texts.text("data.keep"), "keep-first", model.mapping()::keep));
        }
        buttons.getChildren().add(Words.button(texts.text("data.again"), "look-again", model::lookAgain));
        box.getChildren().add(buttons);
        box.getStyleClass().add("preview-problem");
        return box;
    }
}
