package dev.hermes.app.data;

import dev.hermes.app.frame.ChoiceCell;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.NumberStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a CSV file is written, in one line, or to be changed. */
final class FormatForm {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final List<Character> QUOTES = List.of(Csv.QUOTE, '\'', Csv.NO_QUOTE);
    private static final List<String> ENCODINGS = List.of("UTF-8", "GB18030", "GBK", "Big5", "Shift_JIS", "EUC-KR",
            "UTF-16", "windows-1250", "windows-1251", "windows-1252", "ISO-8859-1");
    private static final List<NumberStyle> NUMBERS = Stream.of(".", ".,", ".'", ". ", ",", ",.", ",'", ", ")
            .map(style -> new NumberStyle(style.charAt(0), style.length() == 1 ? null : style.charAt(1),
                    NumberStyle.Negative.LEADING, false))
            .toList();

    private final Texts texts;
    private final DataWords words;
    private final ToggleButton open = new ToggleButton();
    private final ComboBox<Character> separator = new ComboBox<>();
    private final ComboBox<Character> quote = new ComboBox<>();
    private final ComboBox<String> encoding = new ComboBox<>();
    private final ComboBox<NumberStyle> numbers = new ComboBox<>();
    private final ComboBox<String> dates = new ComboBox<>();
    private final ComboBox<NumberStyle.Negative> negative = new ComboBox<>();
    private final CheckBox percent = new CheckBox();
    private final CheckBox header = new CheckBox();
    private final VBox form;
    private final VBox view = new VBox();
    private @Nullable MappingEdits edits;
    private boolean following;

    FormatForm(Texts texts, DataWords words) {
        this.texts = texts;
        this.words = words;
        open.setId("format-open");
        open.getStyleClass().addAll("quiet", "format-open");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAlignment(Pos.CENTER_LEFT);
        choice(separator, words::separator, (csv, chosen) -> new Csv(chosen, csv.quote(), csv.encoding(), csv.header(),
                csv.numbers(), csv.dates()));
        choice(quote, words::quote, (csv, chosen) -> new Csv(csv.separator(), chosen, csv.encoding(), csv.header(),
                csv.numbers(), csv.dates()));
        choice(encoding, Function.identity(), (csv, chosen) -> new Csv(csv.separator(), csv.quote(),
                chosen.equals("UTF-8") ? null : chosen, csv.header(), csv.numbers(), csv.dates()));
        choice(numbers, words::sample, (csv, chosen) -> with(csv, new NumberStyle(chosen.decimal(), chosen.grouping(),
                csv.numbers().negative(), csv.numbers().percent())));
        choice(negative, words::negative, (csv, chosen) -> with(csv, new NumberStyle(csv.numbers().decimal(),
                csv.numbers().grouping(), chosen, csv.numbers().percent())));
        percent.setOnAction(_ -> {
            boolean is = percent.isSelected();
            change(csv -> with(csv, new NumberStyle(csv.numbers().decimal(), csv.numbers().grouping(),
                    csv.numbers().negative(), is)));
        });
        Entry.onCommit(dates, pattern -> change(csv -> new Csv(csv.separator(), csv.quote(), csv.encoding(),
                csv.header(), csv.numbers(), isUsual(pattern) ? null : pattern.strip())));
        header.setOnAction(_ -> {
            boolean is = header.isSelected();
            change(csv -> new Csv(csv.separator(), csv.quote(), csv.encoding(), is, csv.numbers(), csv.dates()));
        });
        form = new VBox(Entry.line(texts, "data.separator", separator, "format-separator"),
                Entry.line(texts, "data.quote", quote, "format-quote"),
                Entry.line(texts, "data.encoding", encoding, "format-encoding"),
                Entry.line(texts, "data.numbers", numbers, "format-numbers"),
                Entry.line(texts, "data.negative", negative, "format-negative"),
                Entry.flag(texts, "data.percent", percent, "format-percent"),
                Entry.line(texts, "data.dates", dates, "format-dates"),
                Entry.flag(texts, "data.header", header, "format-header"));
        form.getStyleClass().add("field-terms");
        form.visibleProperty().bind(open.selectedProperty());
        form.managedProperty().bind(open.selectedProperty());
        open.selectedProperty().subscribe(_ -> turn());
        view.getChildren().addAll(open, form);
    }

    Node view() {
        return view;
    }

    private static Csv with(Csv csv, NumberStyle numbers) {
        return new Csv(csv.separator(), csv.quote(), csv.encoding(), csv.header(), numbers, csv.dates());
    }

    private static boolean isUsual(String pattern) {
        return pattern.isBlank() || pattern.strip().equals(FieldTerms.DATES.getFirst());
    }

    private interface Change<T> {
        Csv of(Csv before, T chosen);
    }

    private <T> void choice(ComboBox<T> box, Function<T, String> text, Change<T> change) {
        ChoiceCell.fill(box, texts, text);
        box.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                change(csv -> change.of(csv, chosen));
            }
        });
    }

    private void turn() {
        open.setGraphic(new FontIcon(open.isSelected() ? BootstrapIcons.CHEVRON_DOWN : BootstrapIcons.CHEVRON_RIGHT));
    }

    private void change(UnaryOperator<Csv> change) {
        if (!following && edits != null) {
            edits.write(change);
        }
    }

    /**
     * Shows how the file of a source is written.
     *
     * @param of
     *            the changes of that source
     */
    void show(String source, MappingEdits of, Csv csv) {
        following = true;
        edits = of;
        open.setText(texts.get("data.writtenAs", words.written(csv)));
        offer(separator, SEPARATORS, csv.separator());
        offer(quote, QUOTES, csv.quote());
        offer(encoding, ENCODINGS, Objects.requireNonNullElse(csv.encoding(), "UTF-8"));
        offer(numbers, NUMBERS, new NumberStyle(csv.numbers().decimal(), csv.numbers().grouping(),
                NumberStyle.Negative.LEADING, false));
        offer(negative, List.of(NumberStyle.Negative.values()), csv.numbers().negative());
        percent.setSelected(csv.numbers().percent());
        Entry.show(dates, source, FieldTerms.DATES,
                Objects.requireNonNullElse(csv.dates(), FieldTerms.DATES.getFirst()));
        header.setSelected(csv.header());
        following = false;
    }

    private static <T> void offer(ComboBox<T> box, List<T> usual, T now) {
        List<T> items = new ArrayList<>(usual);
        if (!items.contains(now)) {
            items.add(now);
        }
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        box.setValue(now);
    }

}
