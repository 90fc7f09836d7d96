package dev.hermes.app.organisation;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.language.Texts;
import dev.hermes.app.report.SheetFile;
import dev.hermes.app.settings.Settings;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Dates;
import dev.hermes.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Which columns the table of people has, and what they say: on the screen, copied, in a file. Of the screen's thread. */
final class PeopleColumns {

    private final OrganisationModel model;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<Field>> shown = new ReadOnlyObjectWrapper<>(Field.USUAL);

    PeopleColumns(OrganisationModel model) {
        this.model = model;
        texts = model.texts();
        model.structure().subscribe(_ -> arrange());
        model.changes().subscribe(_ -> arrange());
        model.frame().settings().map(Settings::columns).subscribe(_ -> arrange());
    }

    /** The columns that are there, in their order. */
    ReadOnlyObjectProperty<List<Field>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The columns that can be there: what every assignment has, and the attributes. */
    List<Field> all() {
        Structure now = model.structure().get();
        Stream<Field> values = now == null
                ? Stream.of()
                : now.people().declared().stream().map(Field.Value::new);
        return Stream.concat(Field.USUAL.stream(), values).toList();
    }

    boolean isShown(Field field) {
        return model.frame().settings().get().columns().getOrDefault(name(field), isUsual(field));
    }

    /** Shows a column, or does not, until the user says otherwise. */
    void show(Field field, boolean is) {
        FrameModel frame = model.frame();
        frame.change(frame.settings().get().withColumn(name(field), is == isUsual(field) ? null : is));
    }

    /** Who somebody is, is shown without his number, and without attributes, of which there may be many. */
    private static boolean isUsual(Field field) {
        return field instanceof Field.Usual && field != Field.Usual.NUMBER;
    }

    /** What a column is called in the settings. */
    private static String name(Field field) {
        return "people." + (field instanceof Field.Value ? "attribute." : "") + field.id();
    }

    private void arrange() {
        List<Field> fields = new ArrayList<>(all().stream().filter(this::isShown).toList());
        if (model.changes().get() != null) {
            fields.addAll(Math.min(1, fields.size()), List.of(new Field.Became(false), new Field.Became(true)));
        }
        if (!fields.equals(shown.get())) {
            shown.set(fields);
        }
    }

    /** The name of a column; of an attribute, what the attribute is called. */
    String title(Field field) {
        return field instanceof Field.Value value ? value.declared().name() : texts.get(key(field));
    }

    /** The key of the name of a column that is not an attribute's. */
    String key(Field field) {
        return "organisation.column." + field.id();
    }

    /** What a cell of the table says. */
    String text(Field field, Row row) {
        Structure now = model.structure().get();
        if (now == null) {
            return "";
        }
        return switch (field) {
            case Field.Usual.FROM -> day(row.holder().from(), texts);
            case Field.Usual.TO -> last(row.holder().to(), texts);
            case Field.Usual.DIRECT -> figure(row.holder().direct());
            case Field.Usual.ALL -> figure(row.holder().all());
            case Field.Became became -> row.change() == null
                    ? ""
                    : became.before() ? row.change().before() : texts.get(row.change().kind().key());
            case Field.Value attribute -> value(attribute.declared(),
                    now.value(attribute.declared(), row.holder().key()), texts);
            default -> PeopleSheet.text(field.cell(row, now));
        };
    }

    private String figure(int number) {
        return number == 0 ? "" : texts.get("organisation.number", number);
    }

    /** The value of an attribute as it is written for the user; empty where there is none. */
    static String value(DatedValue declared, String value, Texts texts) {
        if (value.isEmpty() || !declared.type().isNumber()) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        NumberFormat format = NumberFormat.getNumberInstance(texts.wording().get().ofNumbers());
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number).replace('-', '\u2212');
    }

    /** A first day; in words where it has always been so. */
    static String day(LocalDate from, Texts texts) {
        return from.equals(Dates.BEGINNING) ? texts.get("organisation.always") : from.toString();
    }

    /** The last day before an end. */
    static String last(LocalDate to, Texts texts) {
        return to.equals(Dates.OPEN) ? texts.get("organisation.open") : to.minusDays(1).toString();
    }

    /** How the shown columns are written elsewhere, as the user's language has it now. */
    PeopleSheet sheet(Structure now) {
        List<Field> fields = shown.get();
        Map<Change.Kind, String> kinds = new EnumMap<>(Change.Kind.class);
        for (Change.Kind kind : Change.Kind.values()) {
            kinds.put(kind, texts.get(kind.key()));
        }
        return new PeopleSheet(now, fields, fields.stream().map(this::title).toList(), kinds);
    }

    /** Puts rows onto the clipboard as a spreadsheet takes them, below the names of the columns. */
    void copy(List<Row> rows) {
        Structure now = model.structure().get();
        if (now == null || rows.isEmpty()) {
            return;
        }
        PeopleSheet sheet = sheet(now);
        model.frame().background().glance(_ -> sheet.tabbed(rows), text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            model.frame().toast(texts.get("organisation.copied", rows.size()), null);
        }, model.frame()::tell);
    }

    /** Writes rows into a file of the format that its name ends in. */
    void export(Path target, List<Row> rows) {
        Structure now = model.structure().get();
        Workspace workspace = model.frame().workspace().get();
        if (now == null || workspace == null) {
            return;
        }
        PeopleSheet sheet = sheet(now);
        model.frame().background().run(texts.get("job.export", target.getFileName()), job -> {
            SheetFile.write(target, workspace::owns, sheet.sheet(), into -> {
                for (Row row : rows) {
                    job.checkCancelled();
                    into.row(sheet.cells(row));
                }
            });
            return target;
        }, written -> model.frame().toast(texts.get("organisation.exported", rows.size(), written.getFileName()), null),
                model.frame()::tell);
    }
}
