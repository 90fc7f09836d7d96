package dev.hermes.workspace.imports;

import com.ibm.icu.text.SpoofChecker;
import dev.hermes.model.Message;
import dev.hermes.workspace.imports.TableSample.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What is to be said of texts that are not what they look like: one thing for each column. */
final class TextWarnings {

    private TextWarnings() {}

    /**
     * Looks for characters that cannot be seen, and for texts that look like others.
     *
     * @param names
     *            the name of each column
     * @param columns
     *            the cells of each column that are not empty
     */
    static List<Message> of(IntFunction<String> names, List<List<Cell>> columns) {
        List<Message> warnings = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            String column = names.apply(place);
            columns.get(place).stream().filter(cell -> Quote.firstInvisible(cell.text()) != null).findFirst()
                    .ifPresent(cell -> warnings.add(Message.of("Column {0}: {1}", column,
                            Message.of("{0} holds a character that cannot be seen.", cell.shown()))));
            Message alike = lookalike(columns.get(place));
            if (alike != null) {
                warnings.add(Message.of("Column {0}: {1}", column, alike));
            }
        }
        return warnings;
    }

    private static @Nullable Message lookalike(List<Cell> cells) {
        if (cells.stream().allMatch(cell -> isAscii(cell.text()))) {
            return null;
        }
        SpoofChecker checker = new SpoofChecker.Builder().build();
        Map<String, Cell> bySkeleton = new HashMap<>();
        Map<String, String> skeletons = new HashMap<>();
        for (Cell cell : cells) {
            String skeleton = skeletons.computeIfAbsent(cell.text(), checker::getSkeleton);
            Cell first = bySkeleton.putIfAbsent(skeleton, cell);
            if (first != null && !first.text().equals(cell.text())
                    && !(isAscii(first.text()) && isAscii(cell.text()))) {
                return Message.of("{0} looks like {1} and is another text.", cell.shown(), first.shown());
            }
        }
        return null;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit < 0x80);
    }
}
