package dev.hermes.app.data;

import dev.hermes.model.Finding;
import dev.hermes.workspace.imports.Preview;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reason for which rows are rejected, and how often it was given.
 *
 * @param text
 *            the reason without what differs from row to row
 */
record ReasonCount(String text, long count) {

    private static final String COLUMN = "column ";
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern LINE = Pattern.compile("line [0-9]+");

    /** The reasons of rows that were looked at, the most frequent first. */
    static List<ReasonCount> of(Preview preview) {
        return of(preview.rows().stream().flatMap(row -> row.refusals().stream()).map(Preview.Refusal::finding));
    }

    /** The reasons that an import has told, the most frequent first; where it told not all, the last says so. */
    static List<ReasonCount> of(List<Finding> findings) {
        return of(findings.stream());
    }

    private static List<ReasonCount> of(Stream<Finding> findings) {
        Map<String, Long> counts = new LinkedHashMap<>();
        findings.forEach(finding -> counts.merge(text(finding), 1L, Long::sum));
        return counts.entrySet().stream().map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ReasonCount::count).reversed()).toList();
    }

    private static String text(Finding finding) {
        String column = finding.subject().startsWith(COLUMN) ? finding.subject().substring(COLUMN.length()) + ": " : "";
        return column + LINE.matcher(QUOTED.matcher(withoutAdvice(finding.message().text())).replaceAll("…"))
                .replaceAll("line …");
    }

    /** What is wrong, without what to do about it. */
    static String withoutAdvice(String message) {
        int advice = message.indexOf(" Maybe ");
        String wrong = advice < 0 ? message : message.substring(0, advice);
        return wrong.endsWith(".") ? wrong.substring(0, wrong.length() - 1) : wrong;
    }
}
