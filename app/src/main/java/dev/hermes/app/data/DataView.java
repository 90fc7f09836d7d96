package dev.hermes.app.data;

import dev.hermes.app.frame.SidePanel;
import dev.hermes.app.language.Texts;
import dev.hermes.workspace.Imports;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;

/**
 * Sources at the left, the mapping in the middle, a file's first rows at the right; or the attributes. Files can be
 * dropped on it.
 */
final class DataView {

    private static final double SOURCES = 208;
    private static final double MAPPING = 416;

    private final DataModel model;
    private final Texts texts;
    private final BorderPane view = new BorderPane();

    DataView(DataModel model, AttributesModel attributes) {
        this.model = model;
        texts = model.texts();
        view.setId("data");
        view.getStyleClass().add("screen");
        Node bar = new DataBar(model, attributes.isShown(), this::chooseTarget).view();
        Node sources = SidePanel.left(model.frame(), "sources",
                new SourcesPane(model, this::chooseMapping).view(), SOURCES);
        Node preview = new PreviewPane(model, this::chooseFile, this::chooseMapping, this::paste).view();
        HBox.setHgrow(preview, Priority.ALWAYS);
        Node work = new HBox(SidePanel.left(model.frame(), "mapping",
                new MappingPane(model, this::chooseMended, this::chooseRejects).view(), MAPPING), preview);
        AttributesPage page = new AttributesPage(attributes, this::chooseFile);
        attributes.isShown().subscribe(is -> {
            view.setTop(is ? null : bar);
            view.setLeft(is ? null : sources);
            view.setCenter(is ? page.view() : work);
            if (is) {
                page.focus();
            } else {
                sources.lookup("#sources").requestFocus();
            }
        });
        model.sources().onSettle(() -> Entry.enter(view.getScene()));
        view.setOnDragOver(this::over);
        view.setOnDragDropped(this::dropped);
    }

    /** Looks at the rows that were copied. */
    void paste() {
        model.paste(Clipboard.getSystemClipboard().getString());
    }

    Node view() {
        return view;
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        files.stream().findFirst().map(File::toPath).ifPresent(model::take);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    void chooseFile() {
        FileChooser chooser = chooser("data.chooseFile");
        chooser.getExtensionFilters().addAll(
                new ExtensionFilter(texts.get("data.files"), "*.csv", "*.txt", "*.tsv", "*.parquet", "*.xlsx", "*.xlsm",
                        "*.db", "*.sqlite",
                        "*.connection"),
                new ExtensionFilter(texts.get("data.allFiles"), "*.*"));
        File file = chooser.showOpenDialog(view.getScene().getWindow());
        if (file != null) {
            model.lookAt(file.toPath());
        }
    }

    void chooseMapping() {
        FileChooser chooser = chooser("data.openMapping");
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(texts.get("data.mappings"), "*.yaml", "*.yml", "*.json"));
        File file = chooser.showOpenDialog(view.getScene().getWindow());
        if (file != null) {
            model.open(file.toPath());
        }
    }

    private void chooseTarget() {
        File file = chooseTarget(model.sources().source().get());
        if (file != null) {
            model.delivery().reject(file.toPath());
        }
    }

    private void chooseRejects(Imports.Import made) {
        File file = chooseTarget(made.mapping());
        if (file != null) {
            model.copyRejected(made, file.toPath());
        }
    }

    private @Nullable File chooseTarget(@Nullable String code) {
        FileChooser chooser = chooser("data.reject");
        chooser.setInitialFileName((code == null ? "hermes" : code) + ".rejects.csv");
        return chooser.showSaveDialog(view.getScene().getWindow());
    }

    void chooseMended(Imports.Import made) {
        FileChooser chooser = chooser("data.mend", model.delivery().rejects(made.mapping()).orElseGet(this::file));
        chooser.getExtensionFilters().addAll(new ExtensionFilter(texts.get("data.rejects"), "*.csv"),
                new ExtensionFilter(texts.get("data.allFiles"), "*.*"));
        File file = chooser.showOpenDialog(view.getScene().getWindow());
        if (file != null) {
            model.delivery().mend(made, file.toPath());
        }
    }

    private FileChooser chooser(String title) {
        return chooser(title, file());
    }

    private @Nullable Path file() {
        Given given = model.given().get();
        return given == null ? null : given.path().orElse(null);
    }

    /** Begins in the folder of a file, where there is one. */
    private FileChooser chooser(String title, @Nullable Path file) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        Path folder = file == null ? null : file.getParent();
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }
}
