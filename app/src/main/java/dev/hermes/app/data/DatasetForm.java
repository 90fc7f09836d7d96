package dev.hermes.app.data;

import dev.hermes.app.frame.ChoiceCell;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What names a row of a dataset, when it happened and who is credited: what a calculation has to know of facts. */
final class DatasetForm {

    /** Stands for no column and nobody. */
    private static final String NONE = "";

    private final MappingModel model;
    private final Texts texts;
    private final ComboBox<String> key = new ComboBox<>();
    private final ComboBox<String> date = new ComboBox<>();
    private final ComboBox<String> subject = new ComboBox<>();
    private final ComboBox<String> column = new ComboBox<>();
    private final Label caption = Words.label("", "caption");
    private final Label open = MappingPane.hint("", "warn", "small");
    private final VBox view;
    private @Nullable MappingEdits edits;
    private boolean following;

    DatasetForm(MappingModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        ChoiceCell.fill(key, texts, name -> name);
        ChoiceCell.fill(date, texts, this::column);
        ChoiceCell.fill(subject, texts, this::subject);
        ChoiceCell.fill(column, texts, this::column);
        on(key, (to, chosen) -> to.name(chosen));
        on(date, (to, chosen) -> to.happen(chosen));
        on(subject, (to, _) -> credit(to));
        on(column, (to, _) -> credit(to));
        view = new VBox(6, caption, new VBox(Entry.line(texts, "data.dataset.key", key, "dataset-key"),
                Entry.line(texts, "data.dataset.date", date, "dataset-date"),
                Entry.line(texts, "data.dataset.credited", subject, "dataset-credited"),
                Entry.line(texts, "data.dataset.creditColumn", column, "dataset-credit-column")), open);
        view.setId("dataset");
    }

    Node view() {
        return view;
    }

    private interface Commit {
        void take(MappingEdits to, String chosen);
    }

    private void on(ComboBox<String> box, Commit commit) {
        box.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null && !following && edits != null) {
                commit.take(edits, chosen);
            }
        });
    }

    private String column(String name) {
        return name.isEmpty() ? texts.get("data.dataset.noColumn") : name;
    }

    private String subject(String word) {
        return texts.get("data.dataset.credit." + (word.isEmpty() ? "nobody" : word.toLowerCase(Locale.ROOT)));
    }

    /** Both are wanted: where one is missing yet, nothing is said. */
    private void credit(MappingEdits to) {
        String whom = Objects.requireNonNullElse(subject.getValue(), NONE);
        String by = Objects.requireNonNullElse(column.getValue(), NONE);
        column.setDisable(whom.isEmpty());
        if (whom.isEmpty()) {
            to.credit(List.of());
        } else if (!by.isEmpty()) {
            to.credit(List.of(new Dataset.Credit(Subject.valueOf(whom), by, null)));
        }
    }

    /** @param of what changes of the dataset are made through */
    void show(MappingEdits of, Dataset dataset) {
        following = true;
        edits = of;
        caption.setText(texts.get("data.dataset", dataset.name()));
        List<String> all = dataset.columns().stream().map(Dataset.Column::name).toList();
        offer(key, all, dataset.key());
        key.setDisable(!model.canRetype());
        offer(date, with(NONE, of(dataset, Type.DATE)), Objects.requireNonNullElse(dataset.date(), NONE));
        Dataset.Credit credit = dataset.credits().isEmpty() ? null : dataset.credits().getFirst();
        boolean isSimple = dataset.credits().size() < 2 && (credit == null || credit.share() == null);
        offer(subject, with(NONE, Stream.of(Subject.values()).map(Enum::name).toList()),
                credit == null ? NONE : credit.subject().name());
        List<String> names = new ArrayList<>(with(NONE, of(dataset, Type.TEXT)));
        if (credit != null && !names.contains(credit.column())) {
            names.add(credit.column());
        }
        offer(column, names, credit == null ? NONE : credit.column());
        subject.setDisable(!isSimple);
        column.setDisable(!isSimple || credit == null);
        open.setText(texts.get(isSimple ? "data.dataset.nobodyCredited" : "data.dataset.split"));
        Words.shown(open, credit == null || !isSimple);
        following = false;
    }

    private static List<String> of(Dataset dataset, Type type) {
        return dataset.columns().stream().filter(one -> one.type().equals(type)).map(Dataset.Column::name).toList();
    }

    private static List<String> with(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static void offer(ComboBox<String> box, List<String> choices, String now) {
        if (!box.getItems().equals(choices)) {
            box.getItems().setAll(choices);
        }
        box.setValue(now);
    }
}
